package org.teishutsu.common.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every record of the contract demands of its numbers. */
final class Counts {

    private Counts() {}

    static void requireNotNegative(String name, long number) {
        if (number < 0) {
            throw new IllegalArgumentException(name + " cannot be negative: " + number);
        }
    }

    /**
     * Every key of the enum in its order, the absent ones with 0: no reader has to guess what is missing.
     *
     * @param given null in figures that were kept before there was such a table: then there was nothing to count
     */
    static <E extends Enum<E>> SortedMap<E, Long> complete(Class<E> type, @Nullable Map<E, Long> given) {
        EnumMap<E, Long> all = new EnumMap<>(type);
        for (E key : type.getEnumConstants()) {
            long number = given == null ? 0 : given.getOrDefault(key, 0L);
            requireNotNegative(key.name(), number);
            all.put(key, number);
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    static long sum(Map<?, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }
}
