package org.teishutsu.common.figures;

import org.teishutsu.common.leak.ItemSet;

/**
 * How often exactly these items leaked together.
 *
 * @param items in the catalogue's order
 * @param exposures records (件), at least 1
 */
public record Combination(ItemSet items, long exposures) {

    public Combination {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A combination names at least one item");
        }
        Counts.requireNotNegative("exposures", exposures);
    }
}
