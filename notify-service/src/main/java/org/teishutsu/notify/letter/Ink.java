package org.teishutsu.notify.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes lines as drawing operators (ISO 32000-1, 9.4) and remembers which characters a document's fonts need. */
final class Ink {
    private final PDDocument document;
    private final COSDictionary fontsOfDocument;
    private final Map<Typeface, PDType0Font> fonts = new LinkedHashMap<>();

    Ink(PDDocument document, COSDictionary fontsOfDocument) {
        this.document = document;
        this.fontsOfDocument = fontsOfDocument;
    }

    /** The operators that draw some lines. */
    byte[] draw(List<SetLine> lines) throws IOException {
        StringBuilder operators = new StringBuilder(256);
        operators.append("BT\n");
        for (SetLine line : lines) {
            operators.append(String.format(
                    Locale.ROOT,
                    "1 0 0 1 %.2f %.2f Tm\n",
                    Paper.points(line.x()),
                    Paper.points(Paper.HEIGHT - line.y())));
            text(operators, line);
        }
        return operators.append("ET\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void text(StringBuilder operators, SetLine line) throws IOException {
        Typeface current = null;
        for (int codePoint : line.text().codePoints().toArray()) {
            Typeface.Glyph glyph = line.face().glyph(codePoint);
            if (glyph.face() != current) {
                operators.append(current == null ? "" : "> Tj\n");
                current = glyph.face();
                operators.append(String.format(Locale.ROOT, "/%s %.2f Tf <", current.name(), line.size()));
            }
            font(current).addToSubset(codePoint);
            HexFormat.of().toHexDigits(operators, (byte) (glyph.id() >> 8));
            HexFormat.of().toHexDigits(operators, (byte) glyph.id());
        }
        operators.append(current == null ? "" : "> Tj\n");
    }

    private PDType0Font font(Typeface face) throws IOException {
        PDType0Font font = fonts.get(face);
        if (font == null) {
            font = PDType0Font.load(document, face.parsed(), true);
            fonts.put(face, font);
            fontsOfDocument.setItem(COSName.getPDFName(face.name()), font);
        }
        return font;
    }

    /** Only the characters that were drawn are embedded. */
    void embed() throws IOException {
        for (PDType0Font font : fonts.values()) {
            font.subset();
        }
    }

    /** The operators as a stream of the document. */
    static void write(COSStream stream, byte[] operators) throws IOException {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators);
        }
    }

    /** Several runs of operators as one. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
