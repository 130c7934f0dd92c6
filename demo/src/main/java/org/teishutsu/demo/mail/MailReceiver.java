package org.teishutsu.demo.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Listens for SMTP on 127.0.0.1; what it has answered with 250 lies complete in the mail folder. */
public final class MailReceiver implements AutoCloseable {

    private static final int MORE_THAN_ANY_SENDER_OPENS = 500;

    private final MailFolder folder;
    private final RefusalRules rules = new RefusalRules();
    private final SMTPServer server;

    private MailReceiver(MailFolder folder, int port) {
        this.folder = folder;
        ExecutorService sessions = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "mail-session");
            thread.setDaemon(true);
            return thread;
        });
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Teishutsu drill receiver")
                .insertReceivedHeaders(false)
                .maxConnections(MORE_THAN_ANY_SENDER_OPENS)
                .executorService(sessions)
                .messageHandlerFactory(Received::new)
                .build();
    }

    /**
     * Starts to listen.
     *
     * @param folder gets one {@code .eml} a message
     * @param port 0 takes any free one
     */
    public static MailReceiver start(Path folder, int port) throws IOException {
        MailReceiver receiver = new MailReceiver(new MailFolder(folder), port);
        receiver.server.start();
        return receiver;
    }

    /** The port it listens on. */
    public int port() {
        return server.getPortAllocated();
    }

    /** Messages taken since the start. */
    public long taken() {
        return folder.stored();
    }

    /** Recipients refused for good since the start, every try counted. */
    public long refusedForGood() {
        return rules.refusedForGood();
    }

    /** Recipients refused for now since the start. */
    public long refusedForNow() {
        return rules.refusedForNow();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One message under way. */
    private final class Received implements MessageHandler {

        private String from = "";
        private String to = "";

        Received(MessageContext context) {}

        @Override
        public void from(String sender) {
            this.from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            rules.check(recipient);
            this.to = recipient;
        }

        @Override
        public String data(InputStream message) throws IOException {
            folder.store(from, to, message.readAllBytes());
            return "2.0.0 kept";
        }

        @Override
        public void done() {}
    }
}
