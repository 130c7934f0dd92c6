package org.teishutsu.demo.input;

import java.util.List;

/**
 * A set of items that leaked together, and for how many records.
 *
 * @param items codes of leak items
 * @param records how many exposures (件) have exactly this set
 */
record Combination(List<String> items, int records) {

    Combination {
        items = List.copyOf(items);
    }

    boolean has(String item) {
        return items.contains(item);
    }

    static Combination of(int records, String... items) {
        return new Combination(List.of(items), records);
    }
}
