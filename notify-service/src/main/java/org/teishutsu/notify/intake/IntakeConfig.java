package org.teishutsu.notify.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How long lists leave traces of people who are not in the ledger. */
@ConfigMapping(prefix = "intake")
interface IntakeConfig {

    /** From the day a list is applied: long enough to mend what was rejected, and to ask back where it came from. */
    @WithDefault("90")
    @Positive int rejectedRowsKeptDays();
}
