package org.teishutsu.report.reminder;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on a port of its own; what it has taken lies in a folder, where every class loader finds it. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Path.of("target/staff-mail");
    private static final String HOLD = "test.mail-server.hold";
    private static final String REFUSE = "test.mail-server.refuse";

    private final AtomicInteger number = new AtomicInteger();
    private SMTPServer server;

    /** A mail as it was taken. */
    public record Taken(String to, String id, String subject, String text) {}

    /** Whether it keeps senders waiting from now on, at most two minutes. */
    static void hold(boolean waiting) {
        System.setProperty(HOLD, String.valueOf(waiting));
    }

    /** Whether it refuses everything for now. */
    static void refuse(boolean refusing) {
        System.setProperty(REFUSE, String.valueOf(refusing));
    }

    /** What somebody was sent, in the order it came. */
    static List<Taken> to(String address) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Taken> taken = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage message = new MimeMessage(null, in);
                    String to = message.getAllRecipients()[0].toString();
                    if (to.equals(address)) {
                        taken.add(new Taken(
                                to,
                                message.getMessageID(),
                                message.getSubject(),
                                String.valueOf(message.getContent())));
                    }
                }
            }
            return taken;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(FOLDER);
            try (Stream<Path> old = Files.list(FOLDER)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(Received::new)
                .build();
        server.start();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(server.getPortAllocated()),
                "quarkus.mailer.start-tls", "DISABLED",
                "report.mail.round", "1s",
                "report.mail.retry", "100ms");
    }

    @Override
    public void stop() {
        server.stop();
    }

    private final class Received implements MessageHandler {
        Received(MessageContext context) {}

        @Override
        public void from(String sender) throws RejectException {
            await().atMost(2, TimeUnit.MINUTES).until(() -> !Boolean.getBoolean(HOLD));
            if (Boolean.getBoolean(REFUSE)) {
                throw new RejectException(451, "later");
            }
        }

        @Override
        public void recipient(String recipient) {
            // everybody is taken
        }

        @Override
        public String data(InputStream data) throws IOException {
            String name = "%05d".formatted(number.incrementAndGet());
            Path part = FOLDER.resolve(name + ".part");
            Files.copy(data, part);
            Files.move(part, FOLDER.resolve(name + ".eml"));
            return null;
        }

        @Override
        public void done() {
            // nothing is held
        }
    }
}
