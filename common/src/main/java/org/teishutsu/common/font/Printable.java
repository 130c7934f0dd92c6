package org.teishutsu.common.font;

import java.text.Normalizer;
import java.util.OptionalInt;

/** What text must go through before it is printed: a character in no font would appear as another sign, silently. */
public final class Printable {
    private Printable() {}

    /**
     * NFC without variation selectors: the fonts have one shape a character, and a selector would itself have to be
     * printed.
     */
    public static String normalise(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isVariationSelector(c)).forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** The first character of normalised text that no font can print, or that a printer would leave out. */
    public static OptionalInt firstUnprintable(String normalised) {
        return normalised.codePoints().filter(c -> isUnprintable(c)).findFirst();
    }

    /** How messages name a character: {@code 😀 (U+1F600)}. */
    public static String nameOf(int codePoint) {
        String code = "U+%04X".formatted(codePoint);
        return isInvisible(codePoint) ? code : "%s (%s)".formatted(Character.toString(codePoint), code);
    }

    private static boolean isUnprintable(int codePoint) {
        return isInvisible(codePoint) || !PrintFonts.cover(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
