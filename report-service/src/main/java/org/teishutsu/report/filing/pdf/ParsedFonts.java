package org.teishutsu.report.filing.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.teishutsu.common.font.PrintFont;
import org.teishutsu.common.font.PrintFonts;

/**
 * The fonts, parsed once per JVM: parsing them for every document costs more than setting it.
 *
 * <p>They load their tables when first used and are not safe for two threads; {@link FilingPdf} prints one document at
 * a time.
 */
final class ParsedFonts {
    private static final TrueTypeFont REGULAR = parse(PrintFonts.regular());
    private static final TrueTypeFont BOLD = parse(PrintFonts.bold());
    private static final TrueTypeFont FALLBACK = parse(PrintFonts.fallback());

    private ParsedFonts() {}

    /** The font that prints the character; {@link Printed} has made sure that one of them does. */
    static TrueTypeFont fontOf(int codePoint) {
        return PrintFonts.regular().covers(codePoint) ? REGULAR : FALLBACK;
    }

    static void register(PdfRendererBuilder builder, PDDocument document) {
        add(builder, document, PrintFonts.regular(), REGULAR);
        add(builder, document, PrintFonts.bold(), BOLD);
        add(builder, document, PrintFonts.fallback(), FALLBACK);
    }

    private static void add(PdfRendererBuilder builder, PDDocument document, PrintFont font, TrueTypeFont parsed) {
        builder.useFont(
                new Embedded(document, parsed), font.family(), font.weight(), FontStyle.NORMAL, true /* a subset */);
    }

    private static TrueTypeFont parse(PrintFont font) {
        try (InputStream in = font.open()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A parsed font as a part of one document. */
    private static final class Embedded extends PDFontSupplier {
        private final PDDocument document;
        private final TrueTypeFont parsed;

        Embedded(PDDocument document, TrueTypeFont parsed) {
            super(null);
            this.document = document;
            this.parsed = parsed;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, parsed, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
