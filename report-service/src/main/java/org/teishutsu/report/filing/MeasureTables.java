package org.teishutsu.report.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.measure.MeasureView.StageView;
import org.teishutsu.report.measure.ProgressView;
import org.teishutsu.report.measure.SlipView;
import org.teishutsu.report.measure.Stage;

/** Tables of the measures: who, by when, how far, and what is late. */
final class MeasureTables {
    private final FilingFacts facts;
    private final LocalDate asOfDay;

    MeasureTables(FilingFacts facts) {
        this.facts = facts;
        this.asOfDay = Jst.dayClosedBy(facts.asOf());
    }

    /** What is done for one clause. */
    Table of(String caption, List<MeasureView> measures) {
        Table table = new Table(caption)
                .text("改善策", 5)
                .text("責任者", 3)
                .text("現在の段階", 3)
                .text("次の段階及び期限", 4);
        measures.forEach(measure -> table.row(measure.title(), measure.owner(), stageOf(measure), nextOf(measure)));
        return table;
    }

    /** Every measure with every stage's due date. */
    Table plan() {
        Table table = new Table("改善策及び段階別の実施期限（「済」は完了日、その他は期限。H29.8.16は平成29年8月16日を表す。）")
                .text("改善策", 5)
                .text("責任者", 3);
        for (Stage stage : Stage.values()) {
            table.text(stage.label(), 3);
        }
        facts.measures().forEach(measure -> table.row(planRow(measure)));
        return table;
    }

    private static String[] planRow(MeasureView measure) {
        List<String> cells = new ArrayList<>(List.of(measure.title(), measure.owner()));
        for (Stage stage : Stage.values()) {
            cells.add(measure.stages().stream()
                    .filter(candidate -> candidate.stage() == stage)
                    .map(MeasureTables::cellOf)
                    .findFirst()
                    .orElse("－"));
        }
        return cells.toArray(String[]::new);
    }

    private static String cellOf(StageView stage) {
        if (stage.doneOn() != null) {
            return Wording.shortDate(stage.doneOn()) + "済";
        }
        if (stage.due() == null) {
            return Wording.NONE;
        }
        return stage.passed() ? "済" : Wording.shortDate(stage.due());
    }

    Table verification() {
        Table table = new Table("改善策の効果の検証方法").text("改善策", 4).text("対応命令", 2).text("効果の検証方法", 5);
        facts.measures()
                .forEach(measure -> table.row(
                        measure.title(),
                        String.join(
                                "、",
                                measure.clauses().stream()
                                        .map(n -> "命令(" + n + ")")
                                        .toList()),
                        Wording.oneLine(measure.verification())));
        return table;
    }

    /** How many measures stand at each stage. */
    Table byStage() {
        Table table = new Table("段階別の改善策の数").text("段階", 4).number("改善策の数", 2);
        table.row(
                "未着手", facts.measures().stream().filter(m -> m.stage() == null).count() + "件");
        for (Stage stage : Stage.values()) {
            table.row(
                    stage.label() + "済み",
                    facts.measures().stream().filter(m -> m.stage() == stage).count() + "件");
        }
        return table.total("計", facts.measures().size() + "件");
    }

    /** What was recorded as done in the period. */
    Table progressInPeriod(List<MeasureView> measures) {
        Table table = new Table("報告対象期間における実施事項").text("改善策", 4).text("実施事項", 6).text("記録日", 3);
        for (MeasureView measure : measures) {
            for (ProgressView entry : measure.progress()) {
                if (facts.inPeriod(entry.recordedAt())) {
                    table.row(
                            measure.title(),
                            Wording.oneLine(entry.text()) + doneWith(entry),
                            Wording.date(entry.recordedAt()));
                }
            }
        }
        return table;
    }

    long progressEntriesInPeriod() {
        return facts.measures().stream()
                .flatMap(measure -> measure.progress().stream())
                .filter(entry -> facts.inPeriod(entry.recordedAt()))
                .count();
    }

    long slipsInPeriod() {
        return facts.measures().stream()
                .flatMap(measure -> measure.slips().stream())
                .filter(slip -> facts.inPeriod(slip.recordedAt()))
                .count();
    }

    private static String doneWith(ProgressView entry) {
        return entry.stage() == null || entry.doneOn() == null
                ? ""
                : "（%s：%s完了%s）"
                        .formatted(
                                entry.stage().label(),
                                Wording.date(entry.doneOn()),
                                entry.effect() == null
                                        ? ""
                                        : "、" + entry.effect().label());
    }

    /** Everything ever recorded of the measures. */
    Table records() {
        Table table = new Table("改善策の実施記録").text("記録日", 3).text("改善策", 4).text("実施事項", 6);
        for (MeasureView measure : facts.measures()) {
            for (ProgressView entry : measure.progress()) {
                table.row(
                        Wording.date(entry.recordedAt()),
                        measure.title(),
                        Wording.oneLine(entry.text()) + doneWith(entry));
            }
        }
        return table;
    }

    /** Stages whose date was moved, with the reason. */
    Table slips() {
        Table table = new Table("実施期限を変更した改善策")
                .text("改善策", 4)
                .text("段階", 2)
                .text("変更前", 4)
                .text("変更後", 4)
                .text("理由", 4);
        for (MeasureView measure : facts.measures()) {
            for (SlipView slip : measure.slips()) {
                table.row(
                        measure.title(),
                        slip.stage().label(),
                        Wording.date(slip.oldDue()),
                        Wording.date(slip.newDue()),
                        Wording.oneLine(slip.reason()));
            }
        }
        return table;
    }

    /** Stages past their date at the as-of date that nobody has recorded as done. */
    Table late() {
        Table table = new Table("基準日時点で期限を過ぎている段階").text("改善策", 5).text("段階", 2).text("実施期限", 3);
        for (MeasureView measure : facts.measures()) {
            for (StageView stage : measure.stages()) {
                if (stage.lateOn(asOfDay.plusDays(1)) && stage.due() != null) {
                    table.row(measure.title(), stage.stage().label(), Wording.date(stage.due()));
                }
            }
        }
        return table;
    }

    /** What is to be done until a day. */
    Table dueUntil(LocalDate day) {
        Table table = new Table("次回報告までに期限を迎える段階")
                .text("改善策", 5)
                .text("段階", 2)
                .text("実施期限", 3)
                .text("責任者", 3);
        for (MeasureView measure : facts.measures()) {
            for (StageView stage : measure.stages()) {
                LocalDate due = stage.due();
                if (due != null && stage.open() && !due.isAfter(day)) {
                    table.row(measure.title(), stage.stage().label(), Wording.date(due), measure.owner());
                }
            }
        }
        return table;
    }

    private static String stageOf(MeasureView measure) {
        return measure.stage() == null ? "未着手" : measure.stage().label() + "済み";
    }

    private static String nextOf(MeasureView measure) {
        return measure.next()
                .map(next -> next.stage().label() + "（" + (next.due() == null ? "－" : Wording.date(next.due())) + "期限）")
                .orElse("全ての段階を完了");
    }
}
