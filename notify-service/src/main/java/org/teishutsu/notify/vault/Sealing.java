package org.teishutsu.notify.vault;

import java.util.UUID;

/** Seals and hashes with the keys in use: what one transaction writes, all under the same keys. */
public final class Sealing {

    private final SealingKey sealing;
    private final LookupKey lookup;

    Sealing(SealingKey sealing, LookupKey lookup) {
        this.sealing = sealing;
        this.lookup = lookup;
    }

    /** The id of the key that seals. */
    public int key() {
        return sealing.id();
    }

    /** What opens in this column of this row only. */
    public byte[] seal(String column, UUID row, byte[] plain) {
        return sealing.seal(column, row, 0, plain);
    }

    /** What opens in this column of this row only, where an id and a number name the row. */
    public byte[] seal(String column, UUID row, int no, byte[] plain) {
        return sealing.seal(column, row, no, plain);
    }

    /** The key of the look-up hashes. */
    public LookupKey lookup() {
        return lookup;
    }
}
