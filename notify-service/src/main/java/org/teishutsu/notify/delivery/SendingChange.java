package org.teishutsu.notify.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of how fast or where to is sent.
 *
 * @param campaign whose rate; with neither campaign nor domain it is the rate of everything together
 * @param domain the id of the domain that rests, goes on or was given a rate
 * @param by null for what the suite did by itself
 */
record SendingChange(
        long id,
        Kind kind,
        @Nullable UUID campaign,
        @Nullable UUID domain,
        @Nullable Integer ratePerSecond,
        Instant recordedAt,
        @Nullable String by) {

    enum Kind {
        RATE,
        PAUSED,
        RESUMED
    }
}
