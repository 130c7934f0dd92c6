package org.teishutsu.demo.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReceiverTest {

    @TempDir
    Path folder;

    private MailReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = MailReceiver.start(folder, 0);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void keepsAMessageAsOneFileWithItsEnvelopeOnTop() throws IOException {
        try (Client client = new Client(receiver.port())) {
            client.greet();
            assertThat(client.send("to@mail.example", "Subject: x\r\n\r\nfirst\r\n..dot\r\n"))
                    .startsWith("250");
        }
        assertThat(files())
                .singleElement()
                .satisfies(
                        file -> assertThat(Files.readString(file))
                                .isEqualTo(
                                        "Return-Path: <from@firm.example>\r\nDelivered-To: to@mail.example\r\nSubject: x\r\n\r\nfirst\r\n.dot\r\n"));
        assertThat(receiver.taken()).isEqualTo(1);
    }

    @Test
    void refusesForGoodAsOftenAsAsked() throws IOException {
        try (Client client = new Client(receiver.port())) {
            client.greet();
            assertThat(client.recipient("refused.a@mail.example")).startsWith("550 5.1.1");
            assertThat(client.recipient("refused.a@mail.example")).startsWith("550 5.1.1");
        }
        assertThat(files()).isEmpty();
        assertThat(receiver.refusedForGood()).isEqualTo(2);
    }

    @Test
    void refusesForNowOnlyTheFirstTime() throws IOException {
        try (Client client = new Client(receiver.port())) {
            client.greet();
            assertThat(client.recipient("busy.a@mail.example")).startsWith("451 4.7.1");
            assertThat(client.send("busy.a@mail.example", "Subject: x\r\n\r\nx\r\n"))
                    .startsWith("250");
            assertThat(client.recipient("busy.b@mail.example")).startsWith("451 4.7.1");
        }
        assertThat(files()).hasSize(1);
        assertThat(receiver.refusedForNow()).isEqualTo(2);
    }

    @Test
    void takesOldCarrierAddressesInQuotes() throws IOException {
        try (Client client = new Client(receiver.port())) {
            client.greet();
            assertThat(client.send("\"a..b\"@docomo.example", "Subject: x\r\n\r\nx\r\n"))
                    .startsWith("250");
        }
        assertThat(files())
                .singleElement()
                .satisfies(
                        file -> assertThat(Files.readAllLines(file)).contains("Delivered-To: \"a..b\"@docomo.example"));
    }

    @Test
    void aLaterStartKeepsWhatAnEarlierOneTook() throws IOException {
        deliverOne();
        receiver.close();
        receiver = MailReceiver.start(folder, 0);
        deliverOne();
        assertThat(files()).hasSize(2);
    }

    private void deliverOne() throws IOException {
        try (Client client = new Client(receiver.port())) {
            client.greet();
            assertThat(client.send("to@mail.example", "Subject: x\r\n\r\nx\r\n"))
                    .startsWith("250");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Speaks SMTP line by line. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            out = socket.getOutputStream();
        }

        void greet() throws IOException {
            assertThat(reply()).startsWith("220");
            assertThat(say("HELO test.example")).startsWith("250");
        }

        String recipient(String to) throws IOException {
            say("RSET");
            say("MAIL FROM:<from@firm.example>");
            return say("RCPT TO:<" + to + ">");
        }

        String send(String to, String message) throws IOException {
            assertThat(recipient(to)).startsWith("250");
            assertThat(say("DATA")).startsWith("354");
            out.write((message + ".\r\n").getBytes(UTF_8));
            out.flush();
            return reply();
        }

        private String say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(UTF_8));
            out.flush();
            return reply();
        }

        private String reply() throws IOException {
            String line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = in.readLine();
            }
            return String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
