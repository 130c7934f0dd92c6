package org.teishutsu.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server with mailboxes. */
class MailboxTest {

    private static final int LIMIT = 100_000;
    private static final String USER = "bounces";
    private static final String PASSWORD = "secret";

    private GreenMail server;
    private GreenMailUser user;
    private final Set<String> recorded = new HashSet<>();
    private int calls;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
        });
        server.start();
        user = server.setUser("bounces@return.example", USER, PASSWORD);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void arrives(String subject, String text) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(("From: a@mx.example\r\nSubject: " + subject
                                    + "\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mailbox mailbox(Config config) {
        return new Mailbox(config, "127.0.0.1", LIMIT, message -> {
            calls++;
            recorded.add(subject(message));
        });
    }

    private static String subject(RawMessage message) {
        return MailReader.read(message).subject();
    }

    private Config plain() {
        return new Config(server.getImap().getPort(), ImapTls.OFF, PASSWORD);
    }

    private List<String> subjects(String folder) throws MessagingException {
        Properties properties = new Properties();
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), USER, PASSWORD);
            Folder opened = store.getFolder(folder);
            opened.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (jakarta.mail.Message message : opened.getMessages()) {
                subjects.add(message.getSubject() + (message.isSet(Flags.Flag.SEEN) ? " seen" : ""));
            }
            return subjects;
        }
    }

    @Test
    void messagesAreTakenInBatchesAndMovedOnceRecorded() throws Exception {
        for (int i = 0; i < 7; i++) {
            arrives("message " + i, "text");
        }

        assertThat(mailbox(plain()).takeIn()).isEqualTo(7);
        assertThat(mailbox(plain()).takeIn()).isZero();

        assertThat(recorded).hasSize(7);
        assertThat(calls).isEqualTo(7);
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Teishutsu")).hasSize(7).allMatch(subject -> subject.endsWith(" seen"));
    }

    @Test
    void whatIsNotRecordedStaysInItsFolderAndIsNotMarked() throws Exception {
        arrives("one", "text");
        arrives("two", "text");
        arrives("three", "text");
        Mailbox failing = new Mailbox(plain(), "127.0.0.1", LIMIT, message -> {
            if (subject(message).equals("two")) {
                throw new IllegalStateException("not today");
            }
            recorded.add(subject(message));
        });

        assertThatThrownBy(failing::takeIn).hasMessage("not today");

        assertThat(recorded).containsExactlyInAnyOrder("one", "three");
        assertThat(subjects("INBOX")).containsExactly("two");
        assertThat(mailbox(plain()).takeIn()).isOne();
    }

    @Test
    void ofALargeMessageTheHeadIsFetched() throws Exception {
        List<RawMessage> messages = new ArrayList<>();
        arrives("large", "x".repeat(70).concat("\r\n").repeat(4_000));

        new Mailbox(plain(), "127.0.0.1", LIMIT, messages::add).takeIn();

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.isWhole()).isFalse();
            assertThat(message.size()).isGreaterThan(LIMIT);
            assertThat(message.bytes()).hasSize(RawMessage.HEAD);
        });
        assertThat(subjects("INBOX")).isEmpty();
    }

    @Test
    void aServerThatCannotBeTrustedOrDoesNotKnowUsIsNotSpokenTo() {
        arrives("one", "text");

        assertThatThrownBy(() -> mailbox(new Config(server.getImap().getPort(), ImapTls.OFF, "wrong"))
                        .takeIn())
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> mailbox(new Config(server.getImap().getPort(), ImapTls.REQUIRED, PASSWORD))
                        .takeIn())
                .as("no STARTTLS there")
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> mailbox(new Config(server.getImaps().getPort(), ImapTls.IMPLICIT, PASSWORD))
                        .takeIn())
                .as("its certificate is signed by nobody")
                .isInstanceOf(MessagingException.class);
        assertThat(recorded).isEmpty();
    }

    @Test
    void pausesDoubleWhileTheServerIsAwayAndEndWhenItIsBack() {
        BounceWatch.Pauses pauses = new BounceWatch.Pauses(Duration.ofNanos(1), Duration.ofNanos(3));
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pauses.attempt("mailbox", () -> {
                throw new MessagingException("away");
            });
            seen.add(pauses.pauseNanos());
        }
        assertThat(seen).containsExactly(1L, 2L, 3L, 3L);

        pauses.attempt("mailbox", () -> 1);
        assertThat(pauses.pauseNanos()).isZero();
    }

    private record Config(int imapPort, ImapTls tls, String secret) implements BounceConfig.Imap {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public Optional<Integer> port() {
            return Optional.of(imapPort);
        }

        @Override
        public Optional<String> username() {
            return Optional.of(USER);
        }

        @Override
        public Optional<String> password() {
            return Optional.of(secret);
        }

        @Override
        public String folder() {
            return "INBOX";
        }

        @Override
        public String doneFolder() {
            return "Teishutsu";
        }

        @Override
        public int batch() {
            return 3;
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration pauseMax() {
            return Duration.ofMinutes(15);
        }
    }
}
