package org.teishutsu.notify.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a cell belongs: sealed for one place, it opens in no other. */
final class Place {

    private Place() {}

    /**
     * The associated data of a cell.
     *
     * @param no of the row, where an id names several; otherwise 0
     */
    static byte[] of(String column, UUID row, int no) {
        byte[] name = column.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(name.length + 21)
                .put(name)
                .put((byte) 0)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .putInt(no)
                .array();
    }
}
