package org.teishutsu.notify.intake;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows in PostgreSQL's COPY text format to an open COPY, a buffer at a time. */
final class CopyText {

    private static final int BUFFER = 1 << 16;
    private static final char NUL_SYMBOL = '\u2400';

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + (BUFFER >> 2));
    private boolean rowBegun;

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    CopyText cell(@Nullable Object value) {
        if (rowBegun) {
            buffer.append('\t');
        }
        rowBegun = true;
        if (value == null) {
            buffer.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** A cell of type text[]. NUL, which PostgreSQL keeps in no text, becomes its symbol. */
    CopyText cells(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace('\0', NUL_SYMBOL)
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\""))
                    .append('"');
        }
        return cell(array.append('}'));
    }

    /** A cell of type bytea. */
    CopyText bytes(byte[] value) {
        return cell("\\x" + HexFormat.of().formatHex(value));
    }

    void endRow() throws SQLException {
        buffer.append('\n');
        rowBegun = false;
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /** Ends the COPY. Returns how many rows the database took. */
    long end() throws SQLException {
        flush();
        return copy.endCopy();
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }
}
