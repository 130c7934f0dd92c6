package org.teishutsu.notify.delivery;

import java.time.Duration;

/** A pause that doubles with each failure up to a longest one. */
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The pause.
     *
     * @param failures how often it has failed so far, at least 1
     */
    Duration after(int failures) {
        int doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
