package org.teishutsu.notify.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipients' domain that is treated apart.
 *
 * @param pausedAt since when it rests, in domain time; null if it does not
 * @param refusal the last words with which it refused us; null if it never did
 * @param nextProbe when one delivery may try again, in machine time; null if it does not rest
 * @param ratePerSecond messages a second over all processes; null for as fast as it takes them
 */
record MailDomain(
        UUID id,
        String name,
        @Nullable Instant pausedAt,
        @Nullable String refusal,
        @Nullable Instant nextProbe,
        @Nullable Integer ratePerSecond) {

    /** Whether only what is admitted may go. */
    boolean holdsBack() {
        return paused() || ratePerSecond != null;
    }

    boolean paused() {
        return pausedAt != null;
    }

    /** Somebody's own domain is personal data. */
    @Override
    public String toString() {
        return "MailDomain[" + id + "]";
    }
}
