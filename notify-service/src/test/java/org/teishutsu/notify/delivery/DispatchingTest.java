package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.notify.mail.MailConfig;
import org.teishutsu.notify.mail.MailServer;

class DispatchingTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
    void drillSendsToThisMachine(String host) {
        assertThatCode(() -> Dispatching.requireThisMachine(true, new MailServer(new Config(host), UUID::toString)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.25", "2001:db8::25", "0.0.0.0"})
    void drillSendsNowhereElse(String host) {
        MailServer server = new MailServer(new Config(host), UUID::toString);
        assertThatThrownBy(() -> Dispatching.requireThisMachine(true, server))
                .hasMessageContaining("this machine only");
        assertThatCode(() -> Dispatching.requireThisMachine(false, server)).doesNotThrowAnyException();
    }

    private record Config(String host) implements MailConfig {

        @Override
        public Dkim dkim() {
            return new NoDkim();
        }

        @Override
        public int port() {
            return 25;
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
            return 1;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration writeTimeout() {
            return Duration.ofSeconds(1);
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
