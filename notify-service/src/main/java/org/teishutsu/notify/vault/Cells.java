package org.teishutsu.notify.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts as the bytes of one cell. Begins with a version, for the day on which something is added. */
public final class Cells {

    private static final byte VERSION = 1;
    /** Length plus one, 0 for what is not there; seven bits a byte, the last byte below 128. */
    private static final int MORE = 0x80;

    private Cells() {}

    public static byte[] pack(@Nullable String... texts) {
        byte[][] encoded = new byte[texts.length][];
        int size = 1;
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            encoded[i] = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            size += encoded[i].length + 5;
        }
        byte[] packed = new byte[size];
        packed[0] = VERSION;
        int at = 1;
        for (int i = 0; i < texts.length; i++) {
            int length = texts[i] == null ? 0 : encoded[i].length + 1;
            while (length >= MORE) {
                packed[at++] = (byte) (length | MORE);
                length >>>= 7;
            }
            packed[at++] = (byte) length;
            System.arraycopy(encoded[i], 0, packed, at, encoded[i].length);
            at += encoded[i].length;
        }
        return Arrays.copyOf(packed, at);
    }

    public static List<@Nullable String> unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] != VERSION) {
            throw new VaultException("A cell was written by a later version of the service");
        }
        List<@Nullable String> texts = new ArrayList<>();
        int at = 1;
        while (at < packed.length) {
            int length = 0;
            int shift = 0;
            while (packed[at] < 0) {
                length |= (packed[at++] & (MORE - 1)) << shift;
                shift += 7;
            }
            length |= packed[at++] << shift;
            if (length == 0) {
                texts.add(null);
            } else {
                texts.add(new String(packed, at, length - 1, StandardCharsets.UTF_8));
                at += length - 1;
            }
        }
        return texts;
    }
}
