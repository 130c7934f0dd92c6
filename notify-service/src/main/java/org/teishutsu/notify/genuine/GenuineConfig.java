package org.teishutsu.notify.genuine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Who asks how often whether a message is genuine. */
@ConfigMapping(prefix = "genuine")
interface GenuineConfig {

    /** Of one caller, in each process; as many at once. Somebody who mistypes needs a few; whoever tries numbers, millions. */
    @WithDefault("30")
    @Min(1) @Max(100_000) int callsPerMinute();

    /**
     * The header in which a proxy in front names the caller, such as {@code X-Forwarded-For}: its last entry counts, which
     * that proxy wrote. None: the address of the connection. Without a proxy that sets it, anybody could say anything.
     */
    Optional<String> callerHeader();
}
