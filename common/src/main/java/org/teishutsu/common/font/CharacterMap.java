package org.teishutsu.common.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code cmap} table of a TrueType font: which glyph prints which character.
 *
 * <p>PDF libraries derive the text that a reader copies from the same table read backwards, and take the lowest code
 * point of a glyph. Where 金 and the radical ⾦ share a glyph, a document that shows 金 therefore says ⾦.
 */
final class CharacterMap {
    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int FORMAT_12 = 12;
    private static final int HEADER = 12;
    private static final int SUBTABLE_HEADER = 16;
    private static final int GROUP = 12;

    private final SortedMap<Integer, Integer> glyphs;

    private CharacterMap(SortedMap<Integer, Integer> glyphs) {
        this.glyphs = glyphs;
    }

    /**
     * Reads the full Unicode table (format 12).
     *
     * @throws IllegalArgumentException if the font has none
     */
    static CharacterMap read(byte[] font) {
        ByteBuffer in = ByteBuffer.wrap(font);
        int cmap = in.getInt(directoryEntry(in, "cmap") + 8);
        int tables = Short.toUnsignedInt(in.getShort(cmap + 2));
        for (int i = 0; i < tables; i++) {
            int subtable = cmap + in.getInt(cmap + 4 + 8 * i + 4);
            if (in.getShort(subtable) == FORMAT_12) {
                return readGroups(in, subtable);
            }
        }
        throw new IllegalArgumentException("font has no character map of format 12");
    }

    private static CharacterMap readGroups(ByteBuffer in, int subtable) {
        SortedMap<Integer, Integer> glyphs = new TreeMap<>();
        int groups = in.getInt(subtable + 12);
        for (int i = 0; i < groups; i++) {
            int group = subtable + SUBTABLE_HEADER + GROUP * i;
            int first = in.getInt(group);
            int last = in.getInt(group + 4);
            int glyph = in.getInt(group + 8);
            for (int c = first; c <= last; c++) {
                glyphs.put(c, glyph + c - first);
            }
        }
        return new CharacterMap(glyphs);
    }

    /** 0, the glyph of nothing, if the font cannot print it. */
    int glyphOf(int codePoint) {
        return glyphs.getOrDefault(codePoint, 0);
    }

    /** Every glyph keeps one character: one that normalisation leaves alone and that is no radical, then the lowest. */
    CharacterMap withoutAliases() {
        Map<Integer, Integer> keeper = new HashMap<>();
        glyphs.forEach((c, glyph) ->
                keeper.merge(glyph, c, (kept, next) -> isSecondary(kept) && !isSecondary(next) ? next : kept));
        SortedMap<Integer, Integer> unique = new TreeMap<>();
        keeper.forEach((glyph, c) -> unique.put(c, glyph));
        return new CharacterMap(unique);
    }

    private static boolean isSecondary(int codePoint) {
        boolean radical = codePoint >= 0x2E80 && codePoint <= 0x2FDF;
        return radical || !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFC);
    }

    /** The font with this map in place of its own: appended, and the table directory pointed to it. */
    byte[] writeInto(byte[] font) {
        byte[] table = toTable();
        int offset = (font.length + 3) / 4 * 4;
        byte[] result = Arrays.copyOf(font, offset + table.length);
        System.arraycopy(table, 0, result, offset, table.length);
        ByteBuffer out = ByteBuffer.wrap(result);
        int entry = directoryEntry(out, "cmap");
        out.putInt(entry + 4, checksum(table));
        out.putInt(entry + 8, offset);
        out.putInt(entry + 12, table.length);
        return result;
    }

    private byte[] toTable() {
        int size = HEADER + SUBTABLE_HEADER + GROUP * glyphs.size();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort((short) 0).putShort((short) 1); // version, one subtable
        out.putShort((short) 3).putShort((short) 10).putInt(HEADER); // Windows, full Unicode
        out.putShort((short) FORMAT_12)
                .putShort((short) 0)
                .putInt(size - HEADER)
                .putInt(0);
        out.putInt(glyphs.size());
        glyphs.forEach((c, glyph) -> out.putInt(c).putInt(c).putInt(glyph));
        return out.array();
    }

    private static int checksum(byte[] table) {
        ByteBuffer in = ByteBuffer.wrap(table);
        int sum = 0;
        while (in.remaining() >= Integer.BYTES) {
            sum += in.getInt();
        }
        return sum;
    }

    private static int directoryEntry(ByteBuffer font, String tag) {
        int tables = Short.toUnsignedInt(font.getShort(4));
        byte[] name = new byte[4];
        for (int i = 0; i < tables; i++) {
            int entry = DIRECTORY + DIRECTORY_ENTRY * i;
            font.get(entry, name);
            if (new String(name, StandardCharsets.US_ASCII).equals(tag)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("font has no table " + tag);
    }
}
