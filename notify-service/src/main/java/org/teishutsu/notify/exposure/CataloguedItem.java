package org.teishutsu.notify.exposure;

import org.teishutsu.common.leak.ItemSet;

/**
 * A leak item as this service stores it.
 *
 * @param bit 0 to 62; private to this service, never given to another item
 */
public record CataloguedItem(String code, String label, int bit) {

    public CataloguedItem {
        if (bit < 0 || bit >= ItemSet.MAX_ITEMS) {
            throw new IllegalArgumentException("No bit for the leak item " + code + ": " + bit);
        }
    }

    public long mask() {
        return 1L << bit;
    }
}
