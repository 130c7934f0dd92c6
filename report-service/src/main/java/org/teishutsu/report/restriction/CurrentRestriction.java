package org.teishutsu.report.restriction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "may a new account be opened?"; whoever gets no answer must take it as stopped.
 *
 * @param since when the stop began; null if there is none
 * @param asOf the instant for which this was true
 */
record CurrentRestriction(
        RestrictionKind kind,
        boolean stopped,
        @Nullable Instant since,
        @Nullable String ground,
        Instant asOf) {

    /** What it says, whenever it is asked. */
    Answer answer() {
        return new Answer(stopped, since, ground);
    }

    /** An answer without the instant for which it was true. */
    record Answer(
            boolean stopped,
            @Nullable Instant since,
            @Nullable String ground) {}

    /** What stays the same as long as the answer does, though {@code asOf} goes on. */
    String fingerprint() {
        return "%s-%s-%d-%s"
                .formatted(
                        kind,
                        stopped ? "stopped" : "open",
                        since == null ? 0 : since.toEpochMilli(),
                        ground == null ? "" : Integer.toHexString(ground.hashCode()));
    }
}
