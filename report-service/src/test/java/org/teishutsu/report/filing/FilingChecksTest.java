package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.report.filing.content.FirmCopy.Outcome;

class FilingChecksTest {
    private static final Reproduction SAME = new Reproduction("0a", "0a", null);

    @Test
    void theExampleFiguresPassEveryCheck() {
        List<CheckResult> results = FilingChecks.run(FilingFixtures.progress(FilingFixtures.figures()), SAME);

        assertThat(results).extracting(CheckResult::name).containsExactly(CheckName.values());
        assertThat(results).extracting(CheckResult::outcome).containsOnly(Outcome.PASSED);
    }

    @Test
    void missingFiguresFailOnceAndMakeTheOthersNotApplicable() {
        Map<CheckName, CheckResult> results = run(FilingFixtures.facts(0, null, null, true));

        assertThat(results.get(CheckName.FIGURES_AVAILABLE).blocks()).isTrue();
        assertThat(results.get(CheckName.COMBINATIONS_SUM).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(results.get(CheckName.REACH_SUMS).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void combinationsThatDoNotSumToTheLedgerFailWithBothNumbers() {
        Figures figures = FilingFixtures.figures();
        IncidentFigures one = figures.incidents().get(0);
        Figures wrong = new Figures(
                figures.asOf(),
                figures.noReturnAfter(),
                List.of(
                        new IncidentFigures(one.incident(), one.exposures() + 1, one.combinations(), one.reach()),
                        figures.incidents().get(1)),
                figures.union());

        CheckResult result = run(FilingFixtures.facts(0, wrong, null, true)).get(CheckName.COMBINATIONS_SUM);

        assertThat(result.blocks()).isTrue();
        assertThat(result.compared()).contains("112,364 ≠ 件数112,365");
    }

    @Test
    void reachThatDoesNotSumToTheRecipientsFails() {
        Map<Reach, Long> reach = new EnumMap<>(FilingFixtures.figures().union().reach());
        reach.merge(Reach.CLOSED, 1L, Long::sum);

        CheckResult result = run(FilingFixtures.facts(0, with(FilingFixtures.figures(), reach), null, true))
                .get(CheckName.REACH_SUMS);

        assertThat(result.blocks()).isTrue();
        assertThat(result.compared()).contains("通知状況別人数の合計114,120 ≠ 実人数114,119");
    }

    @Test
    void aLedgerOtherThanTheLastConfirmedFigureFails() {
        FilingFacts facts = FilingFixtures.initial();
        List<FilingFacts.IncidentFacts> incidents = new ArrayList<>(facts.incidents());
        FilingFacts.IncidentFacts first = incidents.get(0);
        incidents.set(
                0,
                new FilingFacts.IncidentFacts(
                        first.incident(),
                        first.timeline(),
                        List.of(
                                first.published().get(1),
                                FilingFixtures.published(
                                        "2016-attack",
                                        112_365,
                                        first.published().get(1).certainty(),
                                        first.published().get(1).notice()))));
        FilingFacts other = FilingFixtures.withIncidents(facts, incidents);

        assertThat(run(other).get(CheckName.MATCHES_PUBLISHED).blocks()).isTrue();
        FilingFacts explained =
                FilingFixtures.explained(other, Map.of(Gap.published("2016-attack"), "公表後に1件の重複が判明した。"));
        assertThat(run(explained).get(CheckName.MATCHES_PUBLISHED).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(FilingDrafter.draft(explained).toString()).contains("差の理由は、次のとおりである。公表後に1件の重複が判明した。");
        assertThat(run(facts).get(CheckName.MATCHES_PUBLISHED).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aCumulativeCountThatShrankFails() {
        FilingFacts facts = FilingFixtures.progress(with(FilingFixtures.figures(), 114_820, 114_119));

        assertThat(run(facts).get(CheckName.CUMULATIVE_NOT_SHRINKING).blocks()).isTrue();
    }

    @Test
    void aCorrectionWithItsReasonLetsACountShrinkAndIsPrintedWithIt() {
        FilingFacts facts = FilingFixtures.explained(
                FilingFixtures.progress(with(FilingFixtures.figures(), 114_820, 114_119)),
                Map.of(LeakFigures.EXPOSURES, "重複して計上していた1件を除いた。"));

        CheckResult result = run(facts).get(CheckName.CUMULATIVE_NOT_SHRINKING);
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.compared()).contains("前回114,820、今回114,819（差-1、理由：重複して計上していた1件を除いた。）");
        assertThat(FilingDrafter.draft(facts).toString())
                .contains("[漏えい件数（延べ）, 114,820件, 114,819件, -1件, 重複して計上していた1件を除いた。]");
    }

    @Test
    void figuresThatCannotBeHadAgainOrComeOutOtherwiseStopTheApproval() {
        FilingFacts facts = FilingFixtures.initial();

        assertThat(reproducible(facts, new Reproduction("0a", "0b", null)).blocks())
                .isTrue();
        assertThat(reproducible(facts, new Reproduction("0a", "0b", null)).compared())
                .contains("0a", "0b");
        assertThat(reproducible(facts, new Reproduction("0a", null, "away")).blocks())
                .isTrue();
        assertThat(reproducible(facts, Reproduction.NOTHING_TO_REPRODUCE).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    private static CheckResult reproducible(FilingFacts facts, Reproduction reproduction) {
        List<CheckResult> results = FilingChecks.run(facts, reproduction);
        return results.get(results.size() - 1);
    }

    @Test
    void withoutAnEarlierReportNothingCanShrink() {
        assertThat(run(FilingFixtures.initial())
                        .get(CheckName.CUMULATIVE_NOT_SHRINKING)
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void aClauseWithoutAMeasureFailsButTheReportingClauseNeedsNone() {
        FilingFacts facts = FilingFixtures.initial();
        FilingFacts without =
                FilingFixtures.withMeasures(facts, facts.measures().subList(0, 2));

        assertThat(run(facts).get(CheckName.EVERY_CLAUSE_ANSWERED).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run(without).get(CheckName.EVERY_CLAUSE_ANSWERED).blocks()).isTrue();
        assertThat(run(without).get(CheckName.EVERY_CLAUSE_ANSWERED).compared())
                .contains("命令(3)：改善策0件")
                .doesNotContain("命令(4)");
    }

    @Test
    void aStageThatIsDoneWithoutEvidenceIsNamedButDoesNotBlock() {
        FilingFacts facts = FilingFixtures.initial();
        CheckResult missing = run(FilingFixtures.withEvidence(
                        facts, facts.evidence().subList(1, 3)))
                .get(CheckName.DONE_HAS_EVIDENCE);

        assertThat(missing.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(missing.blocks()).isFalse();
        assertThat(missing.compared()).contains("漏えい可能性の検証の検討：証跡0件", "出金の監視強化の検討：証跡1件");
    }

    @Test
    void anOverriddenCheckNoLongerBlocks() {
        CheckResult failed = run(FilingFixtures.facts(0, null, null, true)).get(CheckName.FIGURES_AVAILABLE);

        assertThat(failed.overriddenBy(new FilingOverride.View("当局と合意済み", "追って報告する。", FilingFixtures.KNOWN, "approver"))
                        .blocks())
                .isFalse();
    }

    static Figures with(Figures figures, long exposures, long recipients) {
        UnionFigures union = figures.union();
        return new Figures(
                figures.asOf(),
                figures.noReturnAfter(),
                figures.incidents(),
                new UnionFigures(
                        exposures,
                        recipients,
                        union.inSeveralIncidents(),
                        union.reach(),
                        union.deliveries(),
                        union.notTold(),
                        union.closed(),
                        union.calls(),
                        union.inquiries(),
                        union.harm()));
    }

    private static Figures with(Figures figures, Map<Reach, Long> reach) {
        UnionFigures union = figures.union();
        return new Figures(
                figures.asOf(),
                figures.noReturnAfter(),
                figures.incidents(),
                new UnionFigures(
                        union.exposures(),
                        union.recipients(),
                        union.inSeveralIncidents(),
                        reach,
                        union.deliveries(),
                        union.notTold(),
                        union.closed(),
                        union.calls(),
                        union.inquiries(),
                        union.harm()));
    }

    private static Map<CheckName, CheckResult> run(FilingFacts facts) {
        Map<CheckName, CheckResult> results = new EnumMap<>(CheckName.class);
        FilingChecks.run(facts, SAME).forEach(result -> results.put(result.name(), result));
        return results;
    }
}
