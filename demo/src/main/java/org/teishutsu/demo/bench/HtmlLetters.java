package org.teishutsu.demo.bench;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.teishutsu.common.font.PrintFont;
import org.teishutsu.common.font.PrintFonts;
import org.teishutsu.common.print.SrgbProfile;
import org.teishutsu.common.print.Xml;

/** The same letter as HTML, as it is usually printed; all people are made up. */
final class HtmlLetters {

    private final String paragraphs;
    private final TrueTypeFont regular = parse(PrintFonts.regular());
    private final TrueTypeFont fallback = parse(PrintFonts.fallback());

    /** @param text lines parted by a line feed */
    HtmlLetters(String text) {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
        StringBuilder html = new StringBuilder();
        text.lines().forEach(line -> html.append("<p>").append(Xml.escape(line)).append("</p>\n"));
        paragraphs = html.toString();
    }

    /** Prints letters, so many a file; says how many bytes they took. */
    long print(int letters, int aFile) throws IOException {
        long bytes = 0;
        for (int first = 0; first < letters; first += aFile) {
            bytes += file(first, aFile);
        }
        return bytes;
    }

    private long file(int first, int letters) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int i = first; i < first + letters; i++) {
            body.append("<div class=\"letter\"><div class=\"address\"><p>〒100-0001</p><p>東京都架空区見本町一丁目")
                    .append(i)
                    .append("番地</p><p>見本　例子　様</p></div>\n")
                    .append(paragraphs)
                    .append("</div>\n");
        }
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = builder(page(body), document).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.size();
        }
    }

    private static String page(CharSequence body) {
        return """
                <html lang="ja"><head><title>x</title><style>
                @page { size: A4; margin: 25mm; }
                body { font-family: 'BIZ UDMincho', 'Noto Serif JP'; font-size: 10.5pt; line-height: 1.62; }
                p { margin: 0; min-height: 0.7em; }
                .letter { page-break-after: always; }
                .address { height: 80mm; }
                </style></head><body>
                %s
                </body></html>
                """.formatted(body);
    }

    private PdfRendererBuilder builder(String xhtml, PDDocument document) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(SrgbProfile.bytes());
        builder.usePDDocument(document);
        builder.useFont(new Parsed(document, regular), "BIZ UDMincho", 400, FontStyle.NORMAL, true);
        builder.useFont(new Parsed(document, fallback), "Noto Serif JP", 400, FontStyle.NORMAL, true);
        builder.withHtmlContent(xhtml, null);
        return builder;
    }

    private static TrueTypeFont parse(PrintFont font) {
        try (InputStream in = font.open()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parsed once, as a part of each document. */
    private static final class Parsed extends PDFontSupplier {

        private final PDDocument document;
        private final TrueTypeFont font;

        Parsed(PDDocument document, TrueTypeFont font) {
            super(null);
            this.document = document;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
