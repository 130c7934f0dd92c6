package org.teishutsu.common.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sRGB colour profile (IEC 61966-2-1) as an ICC version 2 file, made from its published numbers: Java's own has
 * other header bytes in each version, and a fixed output intent is part of "same content, same bytes".
 */
public final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int TAG_ENTRY = 12;
    private static final int CURVE_POINTS = 1024;
    private static final byte[] BYTES = build();

    private SrgbProfile() {}

    /** The file; the same bytes each time. */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    private static byte[] build() {
        byte[] curve = curve();
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB IEC61966-2.1"));
        tags.put("cprt", text("No copyright: numbers of IEC 61966-2-1"));
        tags.put("wtpt", xyz(0.9505, 1.0, 1.0891)); // D65
        tags.put("rXYZ", xyz(0.4360, 0.2225, 0.0139)); // the primaries, adapted to D50
        tags.put("gXYZ", xyz(0.3851, 0.7169, 0.0971));
        tags.put("bXYZ", xyz(0.1431, 0.0606, 0.7141));
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return assemble(tags);
    }

    private static byte[] assemble(Map<String, byte[]> tags) {
        int offset = HEADER + Integer.BYTES + TAG_ENTRY * tags.size();
        int size = offset
                + tags.values().stream().mapToInt(tag -> padded(tag.length)).sum();
        byte[] file = new byte[size];
        ByteBuffer out = ByteBuffer.wrap(file);
        writeHeader(out);
        out.position(HEADER);
        out.putInt(tags.size());
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            out.put(ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
            out.put(offset, tag.getValue());
            offset += padded(tag.getValue().length);
        }
        return file;
    }

    private static void writeHeader(ByteBuffer out) {
        out.putInt(out.capacity()).putInt(0).putInt(0x02100000); // ICC 2.1
        out.put(ascii("mntrRGB XYZ "));
        for (int part : new int[] {2017, 7, 28, 0, 0, 0}) { // a fixed date of making
            out.putShort((short) part);
        }
        out.put(ascii("acsp"));
        out.position(68);
        out.putInt(fixed(0.9642)).putInt(fixed(1.0)).putInt(fixed(0.8249)); // D50, as every profile must say
    }

    private static byte[] description(String name) {
        byte[] ascii = ascii(name + "\0");
        ByteBuffer out = ByteBuffer.allocate(12 + ascii.length + 8 + 3 + 67);
        return out.put(ascii("desc")).putInt(0).putInt(ascii.length).put(ascii).array();
    }

    private static byte[] text(String text) {
        byte[] ascii = ascii(text + "\0");
        return ByteBuffer.allocate(8 + ascii.length)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii)
                .array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    private static byte[] curve() {
        ByteBuffer out = ByteBuffer.allocate(12 + 2 * CURVE_POINTS);
        out.put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double value = i / (CURVE_POINTS - 1.0);
            double linear = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
            out.putShort((short) Math.round(linear * 65535));
        }
        return out.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
