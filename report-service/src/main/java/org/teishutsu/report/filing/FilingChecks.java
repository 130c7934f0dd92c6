package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.filing.content.FirmCopy.Outcome;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;

/** Compares what a filing says with itself, with the last one and with what was published. */
final class FilingChecks {
    private final FilingFacts facts;

    private final FigureBook book;

    private FilingChecks(FilingFacts facts) {
        this.facts = facts;
        this.book = new FigureBook(facts);
    }

    /** Every check, in the order in which they are printed. */
    static List<CheckResult> run(FilingFacts facts, Reproduction reproduction) {
        FilingChecks checks = new FilingChecks(facts);
        return List.of(
                checks.figuresAvailable(),
                checks.withFigures(CheckName.COMBINATIONS_SUM, checks::combinationsSum),
                checks.withFigures(CheckName.REACH_SUMS, checks::reachSums),
                checks.withFigures(CheckName.MATCHES_PUBLISHED, checks::matchesPublished),
                checks.withFigures(CheckName.CUMULATIVE_NOT_SHRINKING, checks::notShrinking),
                checks.everyClauseAnswered(),
                checks.overdueExplained(),
                checks.doneHasEvidence(),
                reproducible(reproduction));
    }

    private CheckResult figuresAvailable() {
        return facts.available()
                .map(figures -> CheckResult.of(
                        CheckName.FIGURES_AVAILABLE,
                        Outcome.PASSED,
                        "基準日時%sの集計を取得済み".formatted(Wording.asOf(figures.asOf()))))
                .orElseGet(() -> CheckResult.of(
                        CheckName.FIGURES_AVAILABLE,
                        Outcome.FAILED,
                        "基準日時%sの集計が未取得".formatted(Wording.asOf(facts.asOf()))));
    }

    private CheckResult withFigures(CheckName name, Function<Figures, Comparison> check) {
        return facts.available()
                .map(check)
                .map(comparison -> comparison.result(name))
                .orElseGet(() -> CheckResult.of(name, Outcome.NOT_APPLICABLE, "集計が未取得のため比較できない"));
    }

    private Comparison combinationsSum(Figures figures) {
        Comparison comparison = new Comparison();
        long total = 0;
        for (IncidentFigures one : figures.incidents()) {
            comparison.equal(titleOf(one.incident()) + "の組合せ別件数の合計", one.sumOfCombinations(), "件数", one.exposures());
            total += one.exposures();
        }
        return comparison.equal("事案別件数の合計", total, "延べ件数", figures.union().exposures());
    }

    private Comparison reachSums(Figures figures) {
        UnionFigures union = figures.union();
        Comparison comparison = new Comparison()
                .equal("通知状況別人数の合計", union.sumOfReach(), "実人数", union.recipients())
                .equal("未了の理由別人数の合計", union.sumOfNotTold(), "通知未了の人数", union.notToldByReach())
                .equal(
                        "終了の理由別人数の合計",
                        union.sumOfClosed(),
                        "終了の人数",
                        union.reach().getOrDefault(Reach.CLOSED, 0L));
        for (IncidentFigures one : figures.incidents()) {
            comparison.equal(titleOf(one.incident()) + "の通知状況別人数の合計", one.sumOfReach(), "件数", one.exposures());
        }
        return comparison;
    }

    private Comparison matchesPublished(Figures figures) {
        return explained(Gap.toPublished(facts, book), "公表件数");
    }

    private Comparison notShrinking(Figures figures) {
        return explained(Gap.toLastReport(facts, book), "前回");
    }

    /** A gap holds if the firm says why. */
    private Comparison explained(List<Gap> gaps, String beside) {
        Comparison comparison = new Comparison();
        for (Gap gap : gaps) {
            String line = "%s：%s%s、今回%s"
                    .formatted(
                            gap.label(),
                            beside,
                            Wording.number(gap.compared()),
                            Wording.number(gap.compared() + gap.difference()));
            String reason = facts.explanations().get(gap.key());
            if (!gap.isThere()) {
                comparison.holds(true, line);
            } else if (reason == null) {
                comparison.holds(false, line + "（差%s、理由の記載なし）".formatted(Wording.difference(gap.difference())));
            } else {
                comparison.holds(
                        true,
                        line + "（差%s、理由：%s）".formatted(Wording.difference(gap.difference()), Wording.oneLine(reason)));
            }
        }
        return comparison;
    }

    private static CheckResult reproducible(Reproduction reproduction) {
        CheckName name = CheckName.AS_OF_REPRODUCIBLE;
        String stored = reproduction.stored();
        if (stored == null) {
            return CheckResult.of(name, Outcome.NOT_APPLICABLE, "集計が未取得のため比較できない");
        }
        String again = reproduction.again();
        if (again == null) {
            return CheckResult.of(
                    name,
                    Outcome.FAILED,
                    "記載した集計のSHA-256：%s\n再集計：取得できない（%s）".formatted(stored, reproduction.failure()));
        }
        return CheckResult.of(
                name,
                stored.equals(again) ? Outcome.PASSED : Outcome.FAILED,
                "記載した集計のSHA-256：%s\n再集計のSHA-256：%s".formatted(stored, again));
    }

    private CheckResult everyClauseAnswered() {
        Comparison comparison = new Comparison();
        for (Clause clause : facts.order().clauses()) {
            if (clause.kind() != ClauseKind.REPORT) {
                int answers = facts.measuresFor(clause).size();
                comparison.holds(answers > 0, "%s：改善策%d件".formatted(clause.citation(), answers));
            }
        }
        return comparison.result(CheckName.EVERY_CLAUSE_ANSWERED);
    }

    private CheckResult overdueExplained() {
        Comparison comparison = new Comparison();
        for (MeasureView measure : facts.measures()) {
            measure.stages().stream()
                    .filter(stage -> stage.lateOn(Jst.dayClosedBy(facts.asOf()).plusDays(1)))
                    .forEach(stage -> comparison.holds(
                            false,
                            "%sの%s：期限を過ぎ、理由の記録がない"
                                    .formatted(measure.title(), stage.stage().label())));
        }
        if (comparison.isEmpty()) {
            comparison.holds(true, "期限を過ぎた段階はない");
        }
        return comparison.result(CheckName.OVERDUE_EXPLAINED);
    }

    private CheckResult doneHasEvidence() {
        Comparison comparison = new Comparison();
        for (MeasureView measure : facts.measures()) {
            measure.stages().stream()
                    .filter(stage -> stage.doneOn() != null)
                    .map(MeasureView.StageView::stage)
                    .forEach(stage -> {
                        long proofs = facts.evidence().stream()
                                .filter(each -> each.proves(measure.id(), stage))
                                .count();
                        comparison.holds(proofs > 0, "%sの%s：証跡%d件".formatted(measure.title(), stage.label(), proofs));
                    });
        }
        return comparison.result(CheckName.DONE_HAS_EVIDENCE);
    }

    private String titleOf(String incident) {
        return facts.incidents().stream()
                .filter(each -> each.incident().code().equals(incident))
                .map(each -> each.incident().title())
                .findFirst()
                .orElse(incident);
    }

    /** What was set against what; nothing compared is not a pass. */
    private static final class Comparison {
        private final List<String> lines = new ArrayList<>();
        private boolean failed;

        Comparison equal(String left, long a, String right, long b) {
            return holds(
                    a == b,
                    "%s%s %s %s%s".formatted(left, Wording.number(a), a == b ? "＝" : "≠", right, Wording.number(b)));
        }

        Comparison holds(boolean holds, String line) {
            failed |= !holds;
            lines.add(line);
            return this;
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }

        CheckResult result(CheckName name) {
            if (lines.isEmpty()) {
                return CheckResult.of(name, Outcome.NOT_APPLICABLE, "比較の対象がない");
            }
            return CheckResult.of(name, failed ? Outcome.FAILED : Outcome.PASSED, String.join("\n", lines));
        }
    }
}
