package org.teishutsu.report.filing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.print.SrgbProfile;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.Section;

class FilingPdfTest {
    private static final FilingPdf PDF = new FilingPdf();
    private static final FilingContent CONTENT = SampleFiling.content();
    private static final byte[] JSON = FilingJson.write(CONTENT);

    /** Prints the digest of the sample, for {@link #anotherJavaProcessPrintsTheSameBytes}. */
    public static void main(String[] args) {
        System.out.println(sha256(PDF.render(CONTENT, JSON, SampleFiling.copy())));
    }

    @Test
    void theSameContentGivesTheSameBytes() {
        byte[] first = PDF.render(CONTENT, JSON, SampleFiling.copy());
        PDF.render(CONTENT, JSON, SampleFiling.submission());
        byte[] second = new FilingPdf().render(FilingJson.read(JSON), JSON.clone(), SampleFiling.copy());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherJavaProcessPrintsTheSameBytes() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Duser.timezone=America/New_York",
                        "-Duser.language=tr",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FilingPdfTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.strip()).isEqualTo(sha256(PDF.render(CONTENT, JSON, SampleFiling.copy())));
    }

    @Test
    void otherEditionsAreOtherFiles() throws Exception {
        Edition later =
                new Edition(new Rendering.Submission(false), false, false, SampleFiling.RELEASED_AT.plusSeconds(1));
        assertThat(identityOf(PDF.render(CONTENT, JSON, SampleFiling.submission())))
                .isNotEqualTo(identityOf(PDF.render(CONTENT, JSON, later)))
                .isNotEqualTo(identityOf(PDF.render(CONTENT, JSON, SampleFiling.copy())));
    }

    @Test
    void theDatesOfTheFileAreTheInstantOfRelease() throws Exception {
        try (PDDocument document = open(SampleFiling.submission())) {
            PDDocumentInformation info = document.getDocumentInformation();
            Instant releasedAt = SampleFiling.RELEASED_AT;
            assertThat(info.getCreationDate().toInstant()).isEqualTo(releasedAt);
            assertThat(info.getModificationDate().toInstant()).isEqualTo(releasedAt);
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp)
                    .contains("<xmp:CreateDate>2017-08-16T10:30:00+09:00</xmp:CreateDate>")
                    .contains("<xmp:ModifyDate>2017-08-16T10:30:00+09:00</xmp:ModifyDate>")
                    .contains(">業務改善命令に係る対応・実施状況について（報告）<");
            assertThat(info.getTitle()).isEqualTo(CONTENT.title());
            assertThat(info.getAuthor()).isEqualTo("サンプルＦＸ株式会社");
        }
    }

    @Test
    void theColourProfileIsOurOwnToTheLastByte() throws Exception {
        try (PDDocument document = open(SampleFiling.submission())) {
            assertThat(document.getDocumentCatalog().getOutputIntents())
                    .singleElement()
                    .satisfies(intent -> {
                        try (var in = intent.getDestOutputIntent().createInputStream()) {
                            assertThat(in.readAllBytes()).isEqualTo(SrgbProfile.bytes());
                        }
                    });
        }
    }

    @Test
    void theJsonIsAttachedToTheFirmsCopy() throws Exception {
        assertThatJsonIsAttached(SampleFiling.copy());
    }

    @Test
    void theJsonIsAttachedToASubmissionOnlyIfTheBureauTakesIt() throws Exception {
        assertThatJsonIsAttached(new Edition(new Rendering.Submission(true), false, false, SampleFiling.RELEASED_AT));
        try (PDDocument document = open(SampleFiling.submission())) {
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getDocumentCatalog().getCOSObject().getItem(COSName.getPDFName("AF")))
                    .isNull();
        }
    }

    @Test
    void theMarksStandOnEveryPage() throws Exception {
        Edition edition = new Edition(SampleFiling.copy().rendering(), true, true, SampleFiling.RELEASED_AT);
        assertThat(PdfText.pages(PDF.render(CONTENT, JSON, edition)))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(page -> assertThat(page).contains("訓練", "案", "控"));
        assertThat(PdfText.pages(PDF.render(CONTENT, JSON, SampleFiling.submission())))
                .hasSizeGreaterThanOrEqualTo(6)
                .noneMatch(page -> page.contains("訓練") || page.contains("控"));
    }

    @Test
    void everyPageSaysWhichItIs() throws Exception {
        List<String> pages = PdfText.pages(PDF.render(CONTENT, JSON, SampleFiling.submission()));
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains((i + 1) + "／" + pages.size());
        }
    }

    @Test
    void onlyTheFirmsCopyShowsTheChecks() throws Exception {
        String copy = PdfText.body(PDF.render(CONTENT, JSON, SampleFiling.copy()));
        assertThat(copy)
                .contains("COMBINATIONS_SUM", "公表後に1件の追加を確認した。", "（承認者栁澤）")
                .contains("0123456789abcdef".repeat(4));
        assertThat(PdfText.body(PDF.render(CONTENT, JSON, SampleFiling.submission())))
                .doesNotContain("COMBINATIONS_SUM", "公表後に1件の追加を確認した。", "点検の記録");
    }

    @Test
    void everySectionAndAnnexHasABookmark() throws Exception {
        try (PDDocument document = open(SampleFiling.copy())) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                assertThat(item.findDestinationPage(document))
                        .as(item.getTitle())
                        .isNotNull();
            }
            List<String> expected = new ArrayList<>(List.of("表紙", "目次"));
            CONTENT.sections().forEach(section -> expected.add(section.number() + "　" + section.title()));
            CONTENT.annexes().forEach(annex -> expected.add(annex.number() + "　" + annex.title()));
            expected.add("控　点検の記録");
            assertThat(titles).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void theHeadOfATableIsRepeatedOnEveryPageItReaches() throws Exception {
        List<String> pages = PdfText.pages(PDF.render(CONTENT, JSON, SampleFiling.submission()));
        List<String> withRows =
                pages.stream().filter(page -> page.contains("侵入検知の対象を")).toList();
        assertThat(withRows).hasSizeGreaterThanOrEqualTo(2).allMatch(page -> page.contains("番号改善策命令段階実施期限"));
    }

    @Test
    void aChartSaysInWordsWhatItShows() throws Exception {
        Block.BarChart chart = CONTENT.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.BarChart.class::isInstance)
                .map(Block.BarChart.class::cast)
                .findFirst()
                .orElseThrow();
        try (PDDocument document = open(SampleFiling.submission())) {
            List<String> alternatives = new ArrayList<>();
            collectFigures(document.getDocumentCatalog().getStructureTreeRoot(), alternatives);
            assertThat(alternatives).containsExactly(chart.altText());
        }
    }

    private static void collectFigures(PDStructureNode node, List<String> alternatives) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    alternatives.add(element.getAlternateDescription());
                }
                collectFigures(element, alternatives);
            }
        }
    }

    @Test
    void whatIsNotGivenIsNotPrinted() throws Exception {
        String body = PdfText.body(PDF.render(SampleFiling.edges(), JSON, SampleFiling.submission()));
        assertThat(body).contains("令和元年5月7日", "平成31年4月23日12時04分").doesNotContain("法人番号", "㊞", "電子メール");
    }

    @Test
    void theWordsInAChartAreNeverBlank() throws Exception {
        FilingContent chart = SampleFiling.with(
                List.of(new Section(
                        "1",
                        "図",
                        List.of(new Block.BarChart(
                                "図", "説明", "件", List.of(new Block.Bar("生年月日・電話番号", 1), new Block.Bar("𠮷", 0)))))),
                List.of());
        try (PDDocument document = Loader.loadPDF(PDF.render(chart, JSON, SampleFiling.submission()))) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int dpi = 40; dpi <= 200; dpi += 20) {
                BufferedImage page = renderer.renderImageWithDPI(2, dpi);
                // From below the caption to below the bars, from the margin to the axis: only labels are there.
                assertThat(ink(page, 0.12, 0.29, 0.13, 0.20))
                        .as("ink at %d dpi", dpi)
                        .isGreaterThan(0.03);
            }
        }
    }

    private static double ink(BufferedImage page, double left, double right, double top, double bottom) {
        int dark = 0;
        int all = 0;
        for (int x = (int) (page.getWidth() * left); x < page.getWidth() * right; x++) {
            for (int y = (int) (page.getHeight() * top); y < page.getHeight() * bottom; y++) {
                dark += (page.getRGB(x, y) & 0xFF) < 0xA0 ? 1 : 0;
                all++;
            }
        }
        return (double) dark / all;
    }

    private static void assertThatJsonIsAttached(Edition edition) throws IOException {
        try (PDDocument document = open(edition)) {
            PDComplexFileSpecification file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("filing.json");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(JSON);
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
            assertThat(document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")))
                    .hasSize(1);
        }
    }

    private static PDDocument open(Edition edition) throws IOException {
        return Loader.loadPDF(PDF.render(CONTENT, JSON, edition));
    }

    private static String identityOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocument().getDocumentID().toString();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
