package org.teishutsu.demo.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Several rounds of one thing: the middle one, the shortest and the longest. */
record Spread(List<Duration> rounds) {

    Spread {
        rounds = rounds.stream().sorted().toList();
    }

    double median() {
        int middle = rounds.size() / 2;
        return rounds.size() % 2 == 1
                ? seconds(rounds.get(middle))
                : (seconds(rounds.get(middle - 1)) + seconds(rounds.get(middle))) / 2;
    }

    /** As {@code 2.34 s (2.30–2.51)}. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%.2f s (%.2f–%.2f)",
                median(),
                seconds(rounds.get(0)),
                seconds(rounds.get(rounds.size() - 1)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
