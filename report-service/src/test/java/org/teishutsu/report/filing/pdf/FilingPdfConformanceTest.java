package org.teishutsu.report.filing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.FirmCopy;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The documents under the reference validator of PDF/A and PDF/UA. */
class FilingPdfConformanceTest {

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void conforms(Edition edition, String flavour) throws Exception {
        assertConforms(SampleFiling.content(), edition, flavour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3a", "ua1"})
    void theEdgesConformToo(String flavour) throws Exception {
        Edition edition = new Edition(
                new Rendering.Copy(new FirmCopy(List.of(), "0".repeat(64))), false, true, SampleFiling.RELEASED_AT);
        assertConforms(SampleFiling.edges(), edition, flavour);
    }

    private static void assertConforms(FilingContent content, Edition edition, String flavour) throws Exception {
        byte[] pdf = new FilingPdf().render(content, FilingJson.write(content), edition);
        PDFAFlavour wanted = PDFAFlavour.byFlavourId(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), wanted);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(wanted, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage()))
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    static Stream<Arguments> editions() {
        Edition submission = SampleFiling.submission();
        Edition copy = new Edition(SampleFiling.copy().rendering(), true, true, SampleFiling.RELEASED_AT);
        return Stream.of(Named.of("submission", submission), Named.of("firm's copy with every mark", copy))
                .flatMap(edition -> Stream.of("3a", "ua1").map(flavour -> Arguments.of(edition, flavour)));
    }
}
