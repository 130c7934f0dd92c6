package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.Figure.Unit;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.order.Clause;

/** The figures of the measures: how many, how far, and what moved in the period. */
final class MeasureFigures {
    static final String ALL = "measures";
    static final String NOT_BEGUN = "measures.stage.NONE";
    static final String IN_FORCE = "measures.inForce";
    static final String VERIFIED = "measures.verified";
    static final String UNFINISHED = "measures.unfinished";
    static final String PROGRESS = "measures.progressInPeriod";
    static final String SLIPS = "measures.slipsInPeriod";
    static final String RESTRICTIONS = "restrictions.standing";

    private final FilingFacts facts;
    private final FigureBook.Entry measures;

    MeasureFigures(FilingFacts facts, FigureBook book) {
        this.facts = facts;
        this.measures = book.new Entry(FigureSources.RECORDS);
    }

    static String stage(Stage stage) {
        return "measures.stage." + stage;
    }

    static String clause(Clause clause) {
        return "clause." + clause.number() + ".measures";
    }

    void add() {
        List<Figure> stages = new ArrayList<>();
        stages.add(count(NOT_BEGUN, "改善策：未着手", measure -> measure.stage() == null));
        for (Stage stage : Stage.values()) {
            stages.add(count(stage(stage), "改善策：" + stage.label() + "済み", measure -> measure.stage() == stage));
        }
        measures.sum(ALL, "改善策", Unit.RECORDS, stages);
        count(IN_FORCE, "実施の段階に達した改善策", MeasureFigures::inForce);
        count(VERIFIED, "全ての段階を完了した改善策", measure -> measure.next().isEmpty());
        count(UNFINISHED, "全ての段階を完了していない改善策", measure -> measure.next().isPresent());
        for (Clause clause : facts.order().clauses()) {
            count(
                    clause(clause),
                    clause.citation() + "に対応する改善策",
                    measure -> measure.clauses().contains(clause.number()));
        }
        inPeriod();
        measures.count(
                RESTRICTIONS,
                "継続中の業務の制限",
                Unit.RECORDS,
                facts.restrictions().stream()
                        .filter(restriction -> restriction.untilKnownAt(facts.asOf()) == null)
                        .count(),
                "restrictions without an end known at the as-of instant");
    }

    private void inPeriod() {
        measures.count(
                PROGRESS,
                "期間中に記録した改善策の実施事項",
                Unit.RECORDS,
                facts.measures().stream()
                        .flatMap(measure -> measure.progress().stream())
                        .filter(entry -> facts.inPeriod(entry.recordedAt()))
                        .count(),
                "progress of measures recorded after " + facts.since());
        measures.count(
                SLIPS,
                "期間中に変更した実施期限",
                Unit.RECORDS,
                facts.measures().stream()
                        .flatMap(measure -> measure.slips().stream())
                        .filter(slip -> facts.inPeriod(slip.recordedAt()))
                        .count(),
                "slips of measures recorded after " + facts.since());
    }

    /** Counted by its parts: the measures themselves, one each. */
    private Figure count(String key, String label, Predicate<MeasureView> which) {
        List<Figure.Part> parts = facts.measures().stream()
                .filter(which)
                .map(measure -> new Figure.Part(null, measure.title(), 1))
                .toList();
        return measures.total(key, label, Unit.RECORDS, (long) parts.size(), "measures", parts);
    }

    private static boolean inForce(MeasureView measure) {
        return measure.stage() != null && measure.stage().compareTo(Stage.IN_FORCE) >= 0;
    }
}
