package org.teishutsu.notify.exposure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.teishutsu.common.figures.Combination;

/** Turns counts by stored mask into the combination table: most frequent first, then by items. */
public final class Combinations {

    private static final Comparator<Combination> ORDER = Comparator.comparingLong(Combination::exposures)
            .reversed()
            .thenComparing(combination -> String.join("|", combination.items()));

    private Combinations() {}

    public static List<Combination> of(Map<Long, Long> exposuresByMask, ItemCatalogue catalogue) {
        return exposuresByMask.entrySet().stream()
                .map(entry -> new Combination(catalogue.itemsOf(entry.getKey()), entry.getValue()))
                .sorted(ORDER)
                .toList();
    }
}
