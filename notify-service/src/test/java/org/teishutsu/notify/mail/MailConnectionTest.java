package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.mail.ScriptedMailServer.After;
import org.teishutsu.notify.mail.ScriptedMailServer.Script;

class MailConnectionTest {

    private ScriptedMailServer server;
    private MailServer client;
    private MailConnection connection;

    @BeforeEach
    void connect() {
        server = new ScriptedMailServer();
        client = new MailServer(new TestConfig(server.port()), id -> id + ".tag");
        connection = client.connection();
    }

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    private static OutgoingMail mailTo(String address) {
        return new OutgoingMail(
                UUID.randomUUID(),
                EmailAddress.parse(address).orElseThrow(),
                "お知らせ",
                "本文\n以上\n",
                ZonedDateTime.of(2017, 8, 1, 10, 0, 0, 0, ZoneOffset.ofHours(9)));
    }

    @Test
    void oneConnectionCarriesManyMessages() {
        for (int i = 0; i < 12; i++) {
            assertThat(connection.send(mailTo("hanako" + i + "@example.jp")).outcome())
                    .isEqualTo(Outcome.ACCEPTED);
        }

        assertThat(server.received()).hasSize(12);
        // 5 a connection in this test
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void envelopeNamesTheDeliveryAndTheAddressAsItIs() {
        OutgoingMail mail = mailTo("taro..y@docomo.example");

        assertThat(connection.send(mail).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.returnPath()).isEqualTo("bounce+" + mail.id() + ".tag@mail.example.jp");
            assertThat(received.recipient()).isEqualTo("\"taro..y\"@docomo.example");
        });
    }

    @Test
    void refusedRecipientIsRefusedAndTheConnectionGoesOn() {
        server.follow(new Script() {
            @Override
            public void recipient(String address) throws RejectException {
                if (address.startsWith("gone")) {
                    throw new RejectException(550, "5.1.1 no such user");
                }
            }
        });

        Answer refused = connection.send(mailTo("gone@example.jp"));

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.text()).contains("550").contains("no such user");
        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.connections()).isOne();
    }

    @Test
    void temporaryRefusalIsForLater() {
        server.follow(new Script() {
            @Override
            public void recipient(String address) throws RejectException {
                throw new RejectException(451, "4.7.1 greylisted");
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.LATER);
    }

    @Test
    void refusedContentIsRefused() {
        server.follow(new Script() {
            @Override
            public After content(String address) throws RejectException {
                throw new RejectException(554, "5.6.0 content");
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void refusedSenderIsTheServersRefusal() {
        server.follow(new Script() {
            @Override
            public void from(String returnPath) throws RejectException {
                throw new RejectException(550, "5.7.1 not you");
            }
        });

        Answer answer = connection.send(mailTo("hanako@example.jp"));

        assertThat(answer.outcome()).isEqualTo(Outcome.SERVER_REFUSES);
        assertThat(answer.text()).contains("not you");
        assertThat(client.refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("not you"));
    }

    @Test
    void serverThatDoesNotGreetRefusesAsAWhole() {
        server.follow(new Script() {
            @Override
            public boolean greets() {
                return false;
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.SERVER_REFUSES);
        assertThat(client.refusal()).isPresent();
    }

    @Test
    void serverThatIsNotThereRefusesAsAWholeUntilItIsBack() {
        int port = server.goAway();

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.SERVER_REFUSES);
        assertThat(client.refusal()).isPresent();

        server.comeBack(port);
        assertThat(client.refusal()).isEmpty();
        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void closedAfterTheFinalDotIsUnknownAndNotSentAgain() {
        server.follow(new Script() {
            @Override
            public After content(String address) {
                return After.CLOSE;
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void noAnswerToTheFinalDotIsUnknown() {
        server.follow(new Script() {
            @Override
            public After content(String address) {
                return After.STALL;
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void connectionThatEndsBeforeTheFinalDotIsTriedOnceMore() {
        AtomicInteger seen = new AtomicInteger();
        server.follow(new Script() {
            @Override
            public void recipient(String address) throws RejectException {
                if (seen.getAndIncrement() == 0) {
                    throw new RejectException(421, "4.4.2 closing");
                }
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void messageThatEndsEveryConnectionIsPutOff() {
        server.follow(new Script() {
            @Override
            public void recipient(String address) throws RejectException {
                throw new RejectException(421, "4.4.2 closing");
            }
        });

        assertThat(connection.send(mailTo("hanako@example.jp")).outcome()).isEqualTo(Outcome.LATER);
    }

    @Test
    void onlyAServerOnThisMachineIsOnThisMachine() {
        assertThat(client.onThisMachine()).isTrue();
        assertThat(new MailServer(new TestConfig("192.0.2.1", 25), UUID::toString).onThisMachine())
                .isFalse();
    }

    private record TestConfig(String host, int port) implements MailConfig {

        @Override
        public Dkim dkim() {
            return new NoDkim();
        }

        TestConfig(int port) {
            this("127.0.0.1", port);
        }

        @Override
        public String from() {
            return "oshirase@example.jp";
        }

        @Override
        public String returnPathDomain() {
            return "mail.example.jp";
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public int messagesPerConnection() {
            return 5;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration writeTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Tls tls() {
            return Tls.AUTO;
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }
    }

    private record NoDkim() implements MailConfig.Dkim {

        @Override
        public Optional<String> domain() {
            return Optional.empty();
        }

        @Override
        public Optional<String> selector() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }
    }
}
