package org.teishutsu.notify.exposure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teishutsu.common.leak.ItemSet;

/**
 * The leak items this service knows, and the bit each has in a stored mask. The order of bits is the order in which
 * items are listed everywhere: it never changes, so neither does an answer given for an instant of the past.
 */
public final class ItemCatalogue {

    private final List<CataloguedItem> items;
    private final Map<String, CataloguedItem> byCode = new HashMap<>();

    public ItemCatalogue(Collection<CataloguedItem> items) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(CataloguedItem::bit))
                .toList();
        this.items.forEach(item -> byCode.put(item.code(), item));
    }

    /** In the order of bits. */
    public List<CataloguedItem> items() {
        return items;
    }

    public Optional<CataloguedItem> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The items of a stored mask, in the catalogue's order.
     *
     * @throws IllegalArgumentException if a bit belongs to no item: the mask is not of this database
     */
    public ItemSet itemsOf(long mask) {
        long known = items.stream().mapToLong(CataloguedItem::mask).reduce(0L, (a, b) -> a | b);
        if ((mask & ~known) != 0) {
            throw new IllegalArgumentException("The mask has bits no leak item owns: " + (mask & ~known));
        }
        return ItemSet.of(items.stream()
                .filter(item -> (mask & item.mask()) != 0)
                .map(CataloguedItem::code)
                .toList());
    }
}
