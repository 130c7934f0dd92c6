package org.teishutsu.notify.bounce;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

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
}
