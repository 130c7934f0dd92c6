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
        Instant asOf) {}
