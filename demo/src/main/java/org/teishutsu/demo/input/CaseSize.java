package org.teishutsu.demo.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How large the case is: the published totals at divisor 1, the same proportions for a test at a larger divisor.
 *
 * @param divisor 1 or more; totals and combinations are divided by it
 */
public record CaseSize(int divisor) {

    /** The case as it was: 2,455 and 112,364 records. */
    public static final CaseSize FULL = new CaseSize(1);

    static final int ATTACK_2017 = 2_455;
    static final int ATTACK_2016 = 112_364;

    public CaseSize {
        if (divisor < 1) {
            throw new IllegalArgumentException("divisor must be 1 or more: " + divisor);
        }
    }

    /** Exposures of the 2017 attack. */
    public int attack2017() {
        return ATTACK_2017 / divisor;
    }

    /** Exposures of the 2016 attack. */
    public int attack2016() {
        return ATTACK_2016 / divisor;
    }

    /** A part of the case (so many shared addresses, so many refused) at this size, at least one. */
    int part(int atFullSize) {
        return Math.max(1, atFullSize / divisor);
    }

    /** Divides {@code total} in the proportions of {@code weights}, by largest remainder: the sum is exact. */
    static int[] divide(int total, int[] weights) {
        long sum = IntStream.of(weights).asLongStream().sum();
        int[] parts = new int[weights.length];
        List<Integer> byRemainder = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = (int) (total * (long) weights[i] / sum);
            given += parts[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingLong(i -> -(total * (long) weights[i] % sum)));
        for (int k = 0; k < total - given; k++) {
            parts[byRemainder.get(k)]++;
        }
        return parts;
    }
}
