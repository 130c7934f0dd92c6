package org.teishutsu.report.filing.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.teishutsu.common.font.UnprintableCharacterException;
import org.teishutsu.common.print.LineBreaks;
import org.teishutsu.common.print.SrgbProfile;
import org.teishutsu.report.filing.content.FilingContent;

/**
 * Prints a filing as PDF/A-3a and PDF/UA-1.
 *
 * <p>The same content, JSON and edition always give the same bytes from the same build.
 */
@Singleton
public final class FilingPdf {
    /** One document at a time: the parsed fonts are shared and not safe for two threads. */
    private static final Object PRESS = new Object();

    private final FilingTemplate template = new FilingTemplate();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * Prints a content.
     *
     * @param json what is attached where the rendering says so: the stored JSON of the filing, byte for byte
     * @throws UnprintableCharacterException naming the first character that no font can print, and where it stands
     */
    public byte[] render(FilingContent content, byte[] json, Edition edition) {
        synchronized (PRESS) {
            FilingPage page = PageComposer.compose(content, edition);
            String xhtml = template.xhtml(page);
            try (PDDocument document = new PDDocument();
                    PdfBoxRenderer renderer = builder(xhtml, document).buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                new Finish(document, page, edition).apply(json);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static PdfRendererBuilder builder(String xhtml, PDDocument document) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(SrgbProfile.bytes());
        builder.usePDDocument(document);
        ParsedFonts.register(builder, document);
        builder.useUnicodeLineBreaker(new RendererBreaks(LineBreaks.betweenWords()));
        builder.useUnicodeCharacterBreaker(new RendererBreaks(LineBreaks.anywhere()));
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withHtmlContent(xhtml, null);
        return builder;
    }
}
