package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.content.FirmCopy.Outcome;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.publicnotice.PublishedFigureView;

/** Compares what a filing says with itself, with the last one and with what was published. */
final class FilingChecks {
    private final FilingFacts facts;

    private FilingChecks(FilingFacts facts) {
        this.facts = facts;
    }

    static List<CheckResult> run(FilingFacts facts) {
        FilingChecks checks = new FilingChecks(facts);
        return List.of(
                checks.figuresAvailable(),
                checks.withFigures(CheckName.COMBINATIONS_SUM, checks::combinationsSum),
                checks.withFigures(CheckName.REACH_SUMS, checks::reachSums),
                checks.withFigures(CheckName.MATCHES_PUBLISHED, checks::matchesPublished),
                checks.withFigures(CheckName.CUMULATIVE_NOT_SHRINKING, checks::notShrinking),
                checks.everyClauseAnswered(),
                checks.overdueExplained(),
                checks.doneHasEvidence());
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
                .equal("未了の理由別人数の合計", union.sumOfNotTold(), "通知未了の人数", union.notToldByReach());
        for (IncidentFigures one : figures.incidents()) {
            comparison.equal(titleOf(one.incident()) + "の通知状況別人数の合計", one.sumOfReach(), "件数", one.exposures());
        }
        return comparison;
    }

    private Comparison matchesPublished(Figures figures) {
        Comparison comparison = new Comparison();
        for (IncidentFacts each : facts.incidents()) {
            Optional<PublishedFigureView> last = each.published().stream()
                    .filter(figure -> figure.certainty() == PublishedFigureView.Certainty.CONFIRMED)
                    .reduce((a, b) -> b);
            Optional<Long> ledger = facts.figuresOf(each.incident().code()).map(IncidentFigures::exposures);
            if (last.isPresent() && ledger.isPresent()) {
                comparison.equal(
                        each.incident().title() + "の集計",
                        ledger.get(),
                        "公表件数",
                        last.get().number());
            }
        }
        return comparison;
    }

    private Comparison notShrinking(Figures figures) {
        Comparison comparison = new Comparison();
        facts.before().map(Figures::union).ifPresent(before -> {
            UnionFigures now = figures.union();
            comparison.notLess("延べ件数", now.exposures(), before.exposures());
            comparison.notLess("実人数", now.recipients(), before.recipients());
            comparison.notLess("お問い合わせ等の累計", NotificationTables.inquiries(now), NotificationTables.inquiries(before));
        });
        return comparison;
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

        Comparison notLess(String what, long now, long before) {
            return holds(now >= before, "%s：前回%s、今回%s".formatted(what, Wording.number(before), Wording.number(now)));
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
