package org.teishutsu.notify.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How campaigns are looked after and tried out. */
@ConfigMapping(prefix = "campaign")
public interface CampaignConfig {

    /** How often running campaigns are looked after; also said where they are. */
    @WithDefault("5s")
    Duration watch();

    /** How many may follow the progress of campaigns at once, a connection each. */
    @WithDefault("50")
    @Min(1) @Max(10_000) int watchers();

    TestSend testSend();

    /** Whose mailboxes a test may go to. Nobody's unless said: a test must never reach a customer. */
    interface TestSend {

        Optional<Set<String>> domains();

        Optional<Set<String>> addresses();
    }
}
