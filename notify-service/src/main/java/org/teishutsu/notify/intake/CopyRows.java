package org.teishutsu.notify.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows in PostgreSQL's binary COPY format to an open COPY, a buffer at a time: hashes and cells go as they are. */
final class CopyRows {

    private static final int BUFFER = 1 << 16;
    /** A row has no limit in the format, one cell has: what a list may hold is far below it. */
    private static final int ROOM = 1 << 10;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;
    private static final int NULL = -1;
    /** PostgreSQL counts days from here. */
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private final CopyIn copy;
    private final short columns;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER + ROOM);

    CopyRows(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = (short) columns;
        buffer.put(SIGNATURE).put(new byte[HEADER - SIGNATURE.length]);
    }

    CopyRows beginRow() throws SQLException {
        if (buffer.position() >= BUFFER) {
            flush();
        }
        room(Short.BYTES).putShort(columns);
        return this;
    }

    CopyRows uuid(UUID value) {
        room(5 * Integer.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows number(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows number(@Nullable Integer value) {
        return value == null ? nothing() : number(value.intValue());
    }

    CopyRows number(long value) {
        room(3 * Integer.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyRows truth(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    CopyRows date(@Nullable LocalDate value) {
        return value == null ? nothing() : number((int) (value.toEpochDay() - EPOCH_DAY));
    }

    CopyRows text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows bytes(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    /** Ends the COPY. Returns how many rows the database took. */
    long end() throws SQLException {
        room(Short.BYTES).putShort((short) NULL);
        flush();
        return copy.endCopy();
    }

    private CopyRows nothing() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    private ByteBuffer room(int size) {
        if (buffer.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + size));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
