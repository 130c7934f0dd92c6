package org.teishutsu.notify.figures;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Positive;

/** How long a message must have been out before silence counts. */
@ConfigMapping(prefix = "figures")
interface FiguresConfig {

    /** From the instant an e-mail was recorded as sent. */
    @Positive int noReturnAfterEmailDays();

    /** From the instant a letter was recorded as posted. */
    @Positive int noReturnAfterLetterDays();
}
