package org.teishutsu.notify.bounce;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What comes back. */
@ConfigMapping(prefix = "bounce")
interface BounceConfig {

    /** A notification brings at most our own message of some kilobytes back; an answer, perhaps a picture in a signature. */
    @WithDefault("2M")
    MemorySize maxSize();

    /** So many deliveries refused by the policy of one domain within the time below are an alarm. */
    @WithDefault("10")
    @Min(1) int policyAlarm();

    @WithDefault("24h")
    Duration policyAlarmWithin();

    /** A Maildir that a mail server on this machine delivers into; none is watched unless said. */
    Optional<Path> maildir();

    /** How often the Maildir is looked into. */
    @WithDefault("5s")
    Duration watch();

    Imap imap();

    /** A mailbox; none is polled unless a host is said. */
    interface Imap {

        Optional<String> host();

        /** 993 with TLS from the first byte, else 143, unless said. */
        Optional<Integer> port();

        /** Without TLS, only on this machine. */
        @WithDefault("IMPLICIT")
        ImapTls tls();

        Optional<String> username();

        Optional<String> password();

        @WithDefault("INBOX")
        String folder();

        /** Where a message is moved once it is recorded; made if it is not there. */
        @WithDefault("Teishutsu")
        String doneFolder();

        /** Messages at a time: those of one batch are moved together. */
        @WithDefault("50")
        @Min(1) @Max(1000) int batch();

        @WithDefault("1m")
        Duration every();

        /** For connecting, reading and writing, each. */
        @WithDefault("30s")
        Duration timeout();

        /** The longest pause between attempts while the server does not serve us; the first is {@code every}. */
        @WithDefault("15m")
        Duration pauseMax();
    }
}
