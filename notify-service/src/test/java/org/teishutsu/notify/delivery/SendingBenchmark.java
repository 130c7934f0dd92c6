package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;

/**
 * How many messages a second go from the outbox to a server that takes everything at once. Not one of the tests: run it
 * by its name.
 */
@QuarkusTest
@NotifyServiceTest
class SendingBenchmark {

    private static final int RECIPIENTS = Integer.getInteger("benchmark.recipients", 50_000);

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @Test
    void messagesASecond() throws Exception {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, RECIPIENTS));
        LedgerFixture.execute(dataSource, "analyze");
        try (Sink sink = new Sink(mailPort)) {
            long planned = System.nanoTime();
            String campaign = SendingFixture.running("2016-attack");
            long started = System.nanoTime();
            System.out.printf(Locale.ROOT, "planned and started in %.1f s%n", (started - planned) / 1e9);
            int before = 0;
            while (sink.messages.get() < RECIPIENTS) {
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(5));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                int now = sink.messages.get();
                System.out.printf(Locale.ROOT, "%d (%d/s)%n", now, now - before);
                before = now;
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%d messages in %.1f s: %.0f/s%n", RECIPIENTS, seconds, RECIPIENTS / seconds);
            SendingFixture.eventually("settled", () -> SendingFixture.emails(campaign, "SENT") == RECIPIENTS);
            as("officer").get("/campaigns/" + campaign + "/progress").then().statusCode(200);
        }
    }

    /** Takes everything and keeps nothing. */
    private static final class Sink implements AutoCloseable {

        final AtomicInteger messages = new AtomicInteger();
        private final ServerSocket server;

        Sink(int port) throws IOException {
            server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
            Thread accept = new Thread(this::accept);
            accept.setDaemon(true);
            accept.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = server.accept();
                    socket.setTcpNoDelay(true);
                    Thread serve = new Thread(() -> serve(socket));
                    serve.setDaemon(true);
                    serve.start();
                }
            } catch (IOException closed) {
                // the end
            }
        }

        private void serve(Socket socket) {
            try (socket;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 16384)) {
                OutputStream out = socket.getOutputStream();
                say(out, "220 sink");
                String line = in.readLine();
                while (line != null) {
                    if (line.equals("DATA")) {
                        say(out, "354 go");
                        while (!line.equals(".")) {
                            line = in.readLine();
                        }
                        messages.incrementAndGet();
                    }
                    say(out, "250 ok");
                    line = in.readLine();
                }
            } catch (IOException gone) {
                // the other side
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
