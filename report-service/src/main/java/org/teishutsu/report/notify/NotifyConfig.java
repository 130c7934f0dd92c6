package org.teishutsu.report.notify;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How patient this service is with notify-service; its address and time-outs are the suite's. */
@ConfigMapping(prefix = "report.notify")
interface NotifyConfig {

    /** How often it is asked before it counts as down. */
    @Min(1) int attempts();

    /** How long to wait between two attempts. */
    Duration pause();
}
