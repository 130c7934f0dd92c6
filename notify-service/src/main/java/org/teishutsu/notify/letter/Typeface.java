package org.teishutsu.notify.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.teishutsu.common.font.PrintFont;
import org.teishutsu.common.font.PrintFonts;

/** A font file, parsed once per JVM; for one thread at a time. */
final class Typeface {
    static final Typeface REGULAR = new Typeface("R", PrintFonts.regular());
    static final Typeface BOLD = new Typeface("B", PrintFonts.bold());
    /** For the characters the others lack. */
    static final Typeface FALLBACK = new Typeface("F", PrintFonts.fallback());

    private final String name;
    private final PrintFont font;
    private final TrueTypeFont parsed;
    private final CmapLookup glyphs;
    private final Map<Integer, Glyph> known = new HashMap<>();

    private Typeface(String name, PrintFont font) {
        this.name = name;
        this.font = font;
        try (InputStream in = font.open()) {
            parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One character as it is printed.
     *
     * @param width in parts of the size
     */
    record Glyph(Typeface face, int id, double width) {}

    /** The character in this face, or in the fallback if it has none. */
    Glyph glyph(int codePoint) {
        if (this != FALLBACK && !font.covers(codePoint)) {
            return FALLBACK.glyph(codePoint);
        }
        return known.computeIfAbsent(codePoint, this::measured);
    }

    private Glyph measured(int codePoint) {
        try {
            int id = glyphs.getGlyphId(codePoint);
            return new Glyph(this, id, (double) parsed.getAdvanceWidth(id) / parsed.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which drawing operators name it. */
    String name() {
        return name;
    }

    TrueTypeFont parsed() {
        return parsed;
    }

    /** In parts of the size. */
    double width(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    /** An inquiry number has ten characters and a hyphen of half a width each. */
    private double width(int codePoint) {
        return codePoint == LetterText.INQUIRY_NUMBER.codePointAt(0)
                ? 5.5
                : glyph(codePoint).width();
    }
}
