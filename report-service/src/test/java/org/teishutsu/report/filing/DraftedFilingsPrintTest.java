package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.FirmCopy;
import org.teishutsu.report.filing.pdf.Edition;
import org.teishutsu.report.filing.pdf.FilingPdf;
import org.teishutsu.report.filing.pdf.Rendering;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is drafted from facts, printed whole: valid, at real length, and saying on paper what the content says. */
class DraftedFilingsPrintTest {
    private static final FilingPdf PDF = new FilingPdf();

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> filings() {
        FilingContent initial = FilingFixtures.printed(FilingDrafter.draft(FilingFixtures.initial()));
        FilingContent edited = FilingComposer.compose(
                FilingDrafter.draft(FilingFixtures.initial()), Map.of("4", "訂正した原因である。"), List.of());
        return Stream.of(
                Arguments.of("initial", initial),
                Arguments.of(
                        "progress",
                        FilingFixtures.printed(FilingDrafter.draft(FilingFixtures.progress(FilingFixtures.figures())))),
                Arguments.of(
                        "without-figures",
                        FilingFixtures.printed(FilingDrafter.draft(FilingFixtures.facts(0, null, null, true)))),
                Arguments.of("correction", FilingCorrections.compared(initial, edited, "原因の記載に誤りがあった。")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filings")
    void isValidAndSaysOnPaperWhatTheContentSays(String name, FilingContent content) throws Exception {
        List<FirmCopy.Check> checks =
                FilingChecks.run(FilingFixtures.initial(), new Reproduction("0a", "0a", null)).stream()
                        .map(CheckResult::printed)
                        .toList();
        Edition copy = new Edition(
                new Rendering.Copy(new FirmCopy(checks, "0".repeat(64))), false, true, FilingFixtures.KNOWN);
        byte[] pdf = PDF.render(content, FilingJson.write(content), copy);
        Path folder = Files.createDirectories(Path.of("target", "filings"));
        Files.write(folder.resolve(name + ".pdf"), pdf);

        for (String flavour : List.of("3a", "ua1")) {
            assertThat(isValid(pdf, flavour)).as(flavour).isTrue();
        }
        String text = text(pdf);
        content.all().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Block.Heading heading) {
                assertThat(text).contains(dense(heading.text()));
            } else if (block instanceof Block.Table table) {
                table.rows().stream()
                        .flatMap(List::stream)
                        .filter(cell -> cell.length() < 8)
                        .forEach(cell -> assertThat(text).contains(dense(cell)));
            }
        });
        assertThat(text).doesNotContain("#");
    }

    private static boolean isValid(byte[] pdf, String flavour) throws Exception {
        PDFAFlavour wanted = PDFAFlavour.byFlavourId(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), wanted);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(wanted, false)) {
            return validator.validate(parser).isCompliant();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return dense(new PDFTextStripper().getText(document));
        }
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }
}
