package org.teishutsu.demo.input;

import java.util.List;
import java.util.Map;

/**
 * What the generator put into the two lists, counted while it wrote them.
 *
 * @param combinations2016 exposures by item set (codes in alphabetical order, joined by a bar)
 * @param combinations2017 the same for the attack of 2017
 * @param inBoth recipients in both attacks
 * @param withoutEmail recipients without an e-mail address
 * @param refused addresses the receiver refuses for good
 * @param busy addresses the receiver refuses at first
 * @param brokenLines line numbers (the header is line 1) of the rows of 2016 that must be rejected
 */
public record Expected(
        Map<String, Long> combinations2016,
        Map<String, Long> combinations2017,
        long inBoth,
        long withoutEmail,
        long refused,
        long busy,
        List<Integer> brokenLines) {

    /** Exposures of the 2016 attack. */
    public long exposures2016() {
        return sum(combinations2016);
    }

    /** Exposures of the 2017 attack. */
    public long exposures2017() {
        return sum(combinations2017);
    }

    /** Recipients, each once. */
    public long recipients() {
        return exposures2016() + exposures2017() - inBoth;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
