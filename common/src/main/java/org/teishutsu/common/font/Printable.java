package org.teishutsu.common.font;

import java.text.Normalizer;
import java.util.OptionalInt;

/** What text must go through before it is printed: a character in no font would appear as another sign, silently. */
public final class Printable {
    private Printable() {}

    /**
     * NFC without variation selectors: the fonts have one shape a character, and a selector would itself have to be
     * printed.
     *
     * <p>Compatibility ideographs for which a font has a shape of its own stay as they are: NFC would print U+585A for
     * U+FA10 and U+795E for U+FA19, which CP932 tells apart and people write in their names.
     */
    public static String normalise(String text) {
        StringBuilder normalised = new StringBuilder(text.length());
        StringBuilder pending = new StringBuilder();
        text.codePoints().filter(c -> !isVariationSelector(c)).forEach(c -> {
            if (isShapeOfItsOwn(c)) {
                normalised
                        .append(Normalizer.normalize(pending, Normalizer.Form.NFC))
                        .appendCodePoint(c);
                pending.setLength(0);
            } else {
                pending.appendCodePoint(c);
            }
        });
        return normalised
                .append(Normalizer.normalize(pending, Normalizer.Form.NFC))
                .toString();
    }

    /** The first character of normalised text that no font can print, or that a printer would leave out. */
    public static OptionalInt firstUnprintable(String normalised) {
        return normalised.codePoints().filter(c -> isUnprintable(c)).findFirst();
    }

    /**
     * Normalised text that can be printed.
     *
     * @param where the place in the content, for whoever has to mend it
     * @throws UnprintableCharacterException naming the first character that cannot be printed
     */
    public static String checked(String where, String text) {
        String normalised = normalise(text);
        OptionalInt unprintable = firstUnprintable(normalised);
        if (unprintable.isPresent()) {
            throw new UnprintableCharacterException(unprintable.getAsInt(), where);
        }
        return normalised;
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

    private static boolean isShapeOfItsOwn(int codePoint) {
        boolean compatibility = codePoint >= 0xF900 && codePoint <= 0xFAFF;
        return compatibility && PrintFonts.cover(codePoint);
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
