package org.teishutsu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a state are the same in the enum, in the API and in the database's checks. */
class SchemaWordsTest {

    @ParameterizedTest
    @CsvSource({
        "V011__public_notice, public_notice_relation_kind, publicnotice.NoticeRelation$Kind",
        "V011__public_notice, published_figure_unit, publicnotice.PublishedFigureView$Unit",
        "V011__public_notice, published_figure_certainty, publicnotice.PublishedFigureView$Certainty",
        "V012__order, order_clause_kind, order.ClauseKind",
        "V012__order, deadline_state, deadline.DeadlineState",
        "V013__measure, measure_stage_stage, measure.Stage",
        "V013__measure, measure_progress_stage, measure.Stage",
        "V013__measure, measure_slip_stage, measure.Stage",
        "V014__restriction, restriction_kind, restriction.RestrictionKind",
        "V020__instruction, order_instruction_kind, order.InstructionKind",
        "V020__instruction, order_instruction_clause_kind, order.ClauseKind",
        "V020__instruction, order_instruction_roll, order.Roll",
        "V015__filing, filing_kind, filing.FilingKind",
        "V015__filing, filing_state, filing.FilingState",
        "V015__filing, filing_document_rendering, filing.RenderingName",
        "V050__filing_text, filing_text_kind, filing.FilingText$Kind",
        "V031__callback, restriction_change_kind, restriction.RestrictionKind",
        "V031__callback, restriction_callback_kind, restriction.RestrictionKind",
        "V032__finding, incident_finding_kind, incident.FindingKind",
        "V013__measure, measure_progress_effect, measure.Effect",
        "V013__measure, measure_stage_now_stage, measure.Stage",
        "V051__filing_life, filing_request_kind, filing.BureauRequest$Kind",
        "V051__filing_life, delegation_role, filing.Delegation$Role",
        "V025__evidence, evidence_about, evidence.Subject$Kind",
        "V025__evidence, evidence_stage, measure.Stage",
        "V025__evidence, evidence_finding_kind, evidence.Finding$Kind",
    })
    void theDatabaseAllowsExactlyTheEnumsWords(String migration, String constraint, String type) throws Exception {
        Pattern check = Pattern.compile("constraint " + constraint + " check \\(\\s*\\w+ in \\(([^)]*)\\)");
        Matcher matcher = check.matcher(sql(migration));
        assertThat(matcher.find()).as(constraint).isTrue();
        List<String> allowed = Arrays.stream(matcher.group(1).split(","))
                .map(word -> word.strip().replace("'", ""))
                .toList();

        Object[] words = Class.forName("org.teishutsu.report." + type).getEnumConstants();

        assertThat(allowed).isEqualTo(Arrays.stream(words).map(Object::toString).toList());
    }

    private static String sql(String migration) throws IOException {
        try (InputStream in = SchemaWordsTest.class.getResourceAsStream("/db/migration/" + migration + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
