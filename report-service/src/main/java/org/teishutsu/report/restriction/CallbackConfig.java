package org.teishutsu.report.restriction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How those are told who want to know when a restriction begins or ends. */
@ConfigMapping(prefix = "report.callback")
interface CallbackConfig {

    /** What the secrets of callbacks follow from, 32 characters or more; without it none can be registered. */
    Optional<String> key();

    /** Hosts that may be called although their addresses are private, and without TLS. None by default. */
    Optional<Set<String>> allowedHosts();

    /** How often it is looked whether the answer became another, and what waits. */
    @WithDefault("1s")
    Duration round();

    @WithDefault("10s")
    Duration timeout();

    /** After the first failure; doubled with each further one, up to an hour. */
    @WithDefault("5s")
    Duration retry();

    /** Then an announcement is given up, and health says so. */
    @WithDefault("72h")
    Duration retryFor();
}
