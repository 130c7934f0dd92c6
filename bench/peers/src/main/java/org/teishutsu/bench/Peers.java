package org.teishutsu.bench;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * Sends the same text to made-up recipients by a library as its users would: over a pool of connections, without a
 * queue, a database or a record of what became of a message. Prints the messages a second after a warm-up.
 *
 * <p>Arguments: {@code simple-java-mail} or {@code quarkus-mailer}, port, connections, messages, of these to warm up, a
 * file whose first line is the subject and whose rest is the text.
 */
@QuarkusMain
public class Peers implements QuarkusApplication {

    private static final int IN_FLIGHT = 100;
    private static final String FROM = "no-reply@sample-fx.example";

    private final ReactiveMailer quarkusMailer;

    Peers(ReactiveMailer quarkusMailer) {
        this.quarkusMailer = quarkusMailer;
    }

    @Override
    public int run(String... args) throws Exception {
        int port = Integer.parseInt(args[1]);
        int connections = Integer.parseInt(args[2]);
        int messages = Integer.parseInt(args[3]);
        int warmUp = Integer.parseInt(args[4]);
        String message = Files.readString(Path.of(args[5]));
        String subject = message.substring(0, message.indexOf('\n'));
        String text = message.substring(message.indexOf('\n') + 1);
        if (args[0].equals("quarkus-mailer")) {
            send(i -> quarkusMailer
                    .send(Mail.withText(recipient(i), subject, text).setFrom(FROM))
                    .subscribeAsCompletionStage(), messages, warmUp);
            return 0;
        }
        try (Mailer mailer = MailerBuilder.withSMTPServer("127.0.0.1", port)
                .withTransportStrategy(TransportStrategy.SMTP)
                .withConnectionPoolCoreSize(connections)
                .withConnectionPoolMaxSize(connections)
                .withThreadPoolSize(connections)
                .buildMailer()) {
            send(i -> mailer.sendMail(
                    EmailBuilder.startingBlank()
                            .from(FROM)
                            .to(recipient(i))
                            .withSubject(subject)
                            .withPlainText(text)
                            // Quoted-printable, its default, would double Japanese text.
                            .withContentTransferEncoding(ContentTransferEncoding.BASE_64)
                            .buildEmail(),
                    true), messages, warmUp);
        }
        return 0;
    }

    private static String recipient(int i) {
        return "c" + i + "@mail.example";
    }

    private static void send(IntFunction<CompletionStage<?>> mailer, int messages, int warmUp) throws Exception {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        AtomicInteger failed = new AtomicInteger();
        long began = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            if (i == warmUp) {
                began = System.nanoTime();
            }
            inFlight.acquire();
            mailer.apply(i).whenComplete((done, failure) -> {
                if (failure != null && failed.getAndIncrement() == 0) {
                    failure.printStackTrace();
                }
                inFlight.release();
            });
        }
        inFlight.acquire(IN_FLIGHT);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " messages failed");
        }
        System.out.printf(Locale.ROOT, "messages a second: %.1f%n", (messages - warmUp) / seconds);
    }
}
