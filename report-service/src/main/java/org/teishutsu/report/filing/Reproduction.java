package org.teishutsu.report.filing;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking notify-service again for the figures of a filing.
 *
 * @param stored digest of the figures the filing was written from; null if it has none
 * @param again digest of today's answer for the same instant; null if there was none
 * @param failure why there was none
 */
record Reproduction(
        @Nullable String stored,
        @Nullable String again,
        @Nullable String failure) {
    /** For a filing without figures. */
    static final Reproduction NOTHING_TO_REPRODUCE = new Reproduction(null, null, null);
}
