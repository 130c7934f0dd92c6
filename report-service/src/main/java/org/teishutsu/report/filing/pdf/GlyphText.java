package org.teishutsu.report.filing.pdf;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * A line of text as the outline of its glyphs, for pictures.
 *
 * <p>Text inside an SVG would be set by the fonts of the machine's graphics library: it came out blank at some sizes,
 * and its outlines differ between Java versions. These come from the font file. What the picture says in words is its
 * alternative text.
 */
final class GlyphText {
    private GlyphText() {}

    /** Width of the line at a font size, in the unit of that size. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> advance(c, size)).sum();
    }

    /** SVG path data, its baseline beginning at {@code x}, {@code y}. */
    static String path(String text, double size, double x, double y) {
        StringBuilder data = new StringBuilder();
        double pen = x;
        for (int c : text.codePoints().toArray()) {
            append(data, c, size, pen, y);
            pen += advance(c, size);
        }
        return data.toString().strip();
    }

    private static double advance(int codePoint, double size) {
        try {
            TrueTypeFont font = ParsedFonts.fontOf(codePoint);
            int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            return font.getAdvanceWidth(glyph) * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder data, int codePoint, double size, double x, double y) {
        try {
            TrueTypeFont font = ParsedFonts.fontOf(codePoint);
            GlyphData glyph =
                    font.getGlyph().getGlyph(font.getUnicodeCmapLookup().getGlyphId(codePoint));
            if (glyph == null) {
                return; // a space has no outline
            }
            double scale = size / font.getUnitsPerEm();
            double[] points = new double[6];
            for (PathIterator it = glyph.getPath().getPathIterator(null); !it.isDone(); it.next()) {
                int pairs = command(data, it.currentSegment(points));
                for (int i = 0; i < pairs; i++) {
                    point(data, x + points[2 * i] * scale, y - points[2 * i + 1] * scale);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the SVG command of a segment and tells how many points follow. */
    private static int command(StringBuilder data, int segment) {
        switch (segment) {
            case PathIterator.SEG_MOVETO -> data.append('M');
            case PathIterator.SEG_LINETO -> data.append('L');
            case PathIterator.SEG_QUADTO -> data.append('Q');
            case PathIterator.SEG_CUBICTO -> data.append('C');
            default -> data.append('Z');
        }
        return switch (segment) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 1;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 3;
            default -> 0;
        };
    }

    private static void point(StringBuilder data, double x, double y) {
        data.append(String.format(Locale.ROOT, "%.2f %.2f ", x, y));
    }
}
