package org.teishutsu.notify.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Two spellings of one word become one: for headers, labels and marks, never for what is stored of a person. */
final class Folding {

    /** Asks for a sign as a coloured picture, as telephones do for ✔. */
    private static final String EMOJI = "\uFE0F";

    private Folding() {}

    /** NFKC and lower case, letters and digits only: Ｅ－メール, e-メール and E メール are one word. */
    static String of(String text) {
        return kept(text, "〒");
    }

    /** The same, but with the middle dot: a label that has one is another label than one without. */
    static String withDots(String text) {
        return kept(text, "・");
    }

    /** NFKC and lower case, with everything else as it is. */
    static String ofSigns(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(EMOJI, "")
                .strip();
    }

    private static String kept(String text, String others) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || others.indexOf(c) >= 0)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
