package org.teishutsu.notify.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How many messages a campaign with a rate may send now. Each one granted uses up its share of a second; what was not
 * used is kept for one second, so that a pause is not made up for with a burst.
 *
 * @param granted how many
 * @param usedUpTo the instant up to which time is used up then
 */
record RateLimit(int granted, Instant usedUpTo) {

    private static final Duration BURST = Duration.ofSeconds(1);
    private static final long NANOS = 1_000_000_000L;

    static RateLimit grant(Instant usedUpTo, Instant now, int perSecond, int wanted) {
        Instant from = usedUpTo.isBefore(now.minus(BURST)) ? now.minus(BURST) : usedUpTo;
        long free = Math.max(0, Duration.between(from, now).toNanos()) * perSecond / NANOS;
        int granted = (int) Math.min(free, wanted);
        return new RateLimit(granted, from.plusNanos(granted * NANOS / perSecond));
    }
}
