package org.teishutsu.report.filing.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader copies out of a document, glyph by glyph, in the order of reading. */
final class PdfText {
    /** In points from the top; what is above or below is the head or the foot of the page. */
    private static final float BODY_TOP = 72;

    private static final float BODY_BOTTOM = 780;

    /** One glyph and the text it stands for. */
    record Glyph(int page, String text, int code, float x, float y, float width, float size) {
        boolean isInBody() {
            return y > BODY_TOP && y < BODY_BOTTOM;
        }

        private boolean follows(Glyph other) {
            float gap = x - (other.x + other.width);
            return page == other.page && Math.abs(y - other.y) < 0.1f && Math.abs(gap) < size / 2;
        }
    }

    private PdfText() {}

    static List<Glyph> glyphs(byte[] pdf) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper collector = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    glyphs.add(new Glyph(
                            getCurrentPageNo(),
                            at.getUnicode(),
                            at.getCharacterCodes()[0],
                            at.getXDirAdj(),
                            at.getYDirAdj(),
                            at.getWidthDirAdj(),
                            at.getFontSizeInPt()));
                }
            };
            collector.getText(document);
        }
        return glyphs;
    }

    /** The text between head and foot of the pages, without white space. */
    static String body(byte[] pdf) throws IOException {
        return dense(
                glyphs(pdf).stream().filter(Glyph::isInBody).map(Glyph::text).collect(Collectors.joining()));
    }

    /** The text of each page, head and foot included, without white space. */
    static List<String> pages(byte[] pdf) throws IOException {
        return List.copyOf(glyphs(pdf).stream()
                .collect(Collectors.groupingBy(
                        Glyph::page,
                        java.util.TreeMap::new,
                        Collectors.mapping(
                                Glyph::text, Collectors.collectingAndThen(Collectors.joining(), PdfText::dense))))
                .values());
    }

    /** The printed lines: glyphs that stand side by side. */
    static List<List<Glyph>> lines(List<Glyph> glyphs) {
        List<List<Glyph>> lines = new ArrayList<>();
        Glyph previous = null;
        for (Glyph glyph : glyphs) {
            if (previous == null || !glyph.follows(previous)) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(glyph);
            previous = glyph;
        }
        return lines;
    }

    static String dense(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
