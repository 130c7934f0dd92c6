package org.teishutsu.report.filing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.filing.content.FilingJson;

/**
 * Three pages as pictures: the letter, a page with tables and a chart, the sheet of the firm's copy. A change of the page
 * is seen here; if it is meant, {@code -Dgolden.write=true} writes the pictures anew, to be looked at before they go in.
 */
class FilingPdfPicturesTest {
    private static final Path SOURCE = Path.of("src/test/resources/golden");
    private static final float DPI = 50;

    /** Grey levels (of 255) by which a point may differ: outlines are smoothed otherwise by another Java. */
    private static final int SMOOTHING = 96;

    /** Share of points that may differ by more. */
    private static final double STRAY = 0.002;

    @Test
    void theLetterIsAsItWas() throws IOException {
        isAsItWas("letter", 0);
    }

    @Test
    void aPageWithTablesAndAChartIsAsItWas() throws IOException {
        isAsItWas("chart", pageWith("図1　2016年の攻撃における組合せ別件数（内訳は架空のものである）"));
    }

    @Test
    void theLastPageOfTheFirmsCopyIsAsItWas() throws IOException {
        isAsItWas("copy", -1);
    }

    private static byte[] pdf() {
        return new FilingPdf()
                .render(SampleFiling.content(), FilingJson.write(SampleFiling.content()), SampleFiling.copy());
    }

    private static int pageWith(String text) throws IOException {
        var pages = PdfText.pages(pdf());
        for (int i = 2; i < pages.size(); i++) {
            if (pages.get(i).contains(PdfText.dense(text))) {
                return i;
            }
        }
        throw new AssertionError("no page says " + text);
    }

    private static void isAsItWas(String name, int page) throws IOException {
        BufferedImage now = picture(page);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(SOURCE);
            ImageIO.write(now, "png", SOURCE.resolve(name + ".png").toFile());
        }
        BufferedImage was = read(name);
        assertThat(now.getWidth()).isEqualTo(was.getWidth());
        assertThat(now.getHeight()).isEqualTo(was.getHeight());
        double strays = strays(now, was);
        if (strays > STRAY) {
            Path folder = Files.createDirectories(Path.of("target", "golden"));
            ImageIO.write(now, "png", folder.resolve(name + ".png").toFile());
        }
        assertThat(strays)
                .as("share of points that differ; see target/golden/%s.png", name)
                .isLessThanOrEqualTo(STRAY);
    }

    private static double strays(BufferedImage now, BufferedImage was) {
        long strays = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                int difference = (now.getRGB(x, y) & 0xFF) - (was.getRGB(x, y) & 0xFF);
                strays += Math.abs(difference) > SMOOTHING ? 1 : 0;
            }
        }
        return strays / (double) (now.getWidth() * now.getHeight());
    }

    private static BufferedImage picture(int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf())) {
            int index = page < 0 ? document.getNumberOfPages() + page : page;
            return new PDFRenderer(document).renderImageWithDPI(index, DPI, ImageType.GRAY);
        }
    }

    private static BufferedImage read(String name) throws IOException {
        try (InputStream in = Files.newInputStream(SOURCE.resolve(name + ".png"))) {
            return ImageIO.read(in);
        }
    }
}
