package org.teishutsu.notify.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The mail server and how it is used. */
@ConfigMapping(prefix = "mail")
public interface MailConfig {

    String host();

    @Min(1) @Max(65535) int port();

    /** The sender people see; neutral, and takes no replies. */
    String from();

    /** The domain of return paths and Message-IDs. */
    String returnPathDomain();

    /** Messages under way at once, each on a connection of its own. */
    @WithDefault("10")
    @Min(1) @Max(100) int connections();

    /** Then a connection is closed and opened anew: many servers set a limit of their own. */
    @WithDefault("1000")
    @Min(1) int messagesPerConnection();

    @WithDefault("30s")
    Duration connectTimeout();

    /** RFC 5321, 4.5.3.2.6: the answer to the final dot may take ten minutes; giving up earlier doubles messages. */
    @WithDefault("10m")
    Duration answerTimeout();

    @WithDefault("3m")
    Duration writeTimeout();

    @WithDefault("AUTO")
    Tls tls();

    Optional<String> username();

    Optional<String> password();

    Dkim dkim();

    /** Signing in this process (RFC 6376). A relay that signs anyway does it better: an RSA signature costs a millisecond. */
    interface Dkim {

        /** The signing domain; that of the sender people see, or one above it. */
        Optional<String> domain();

        Optional<String> selector();

        /** A PKCS#8 key in PEM, RSA or Ed25519. */
        Optional<Path> keyFile();
    }

    /** Whether a connection is encrypted. */
    enum Tls {
        /** STARTTLS is demanded of every server but one on this machine. */
        AUTO,
        /** STARTTLS is demanded. */
        REQUIRED,
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT,
        OFF
    }
}
