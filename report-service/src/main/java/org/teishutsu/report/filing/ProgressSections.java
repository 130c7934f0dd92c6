package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.publicnotice.PublishedFigureView;

/** The sections of a progress report; whatever can be counted stands beside the last report's number. */
final class ProgressSections {
    private static final String RECORDS = "件";
    private static final String PERSONS = "人";

    private final FilingFacts facts;
    private final ClauseSections clauses;
    private final MeasureTables measures;
    private final Outlook outlook;

    ProgressSections(FilingFacts facts) {
        this.facts = facts;
        this.clauses = new ClauseSections(facts);
        this.measures = new MeasureTables(facts);
        this.outlook = new Outlook(facts);
    }

    List<Section> all() {
        return List.of(
                period(),
                changes(),
                clauses.contain("3"),
                clauses.limitHarm("4"),
                clauses.informCustomers("5"),
                byStage(),
                delayed(),
                new BureauSection(facts).section("8"),
                audit(),
                assessment(),
                plan());
    }

    private Section period() {
        SectionDraft section = new SectionDraft("1", "報告対象期間及び基準日");
        Previous previous = facts.previous();
        section.table(new Table("報告対象期間")
                .text("項目", 3)
                .text("内容", 6)
                .row("報告", "第%d回報告".formatted(facts.period().number()))
                .row("前回の基準日時", previous == null ? "－（提出済みの前回報告なし）" : Wording.asOf(previous.asOf()))
                .row("今回の基準日時", Wording.asOf(facts.asOf()))
                .row("提出期限", Wording.weekday(facts.period().nominal()))
                .row("社内期限", Wording.weekday(facts.period().safe())));
        section.say(
                "本報告書は、%sまでに記録した事実に基づき、%sからの変化を記載する。進捗がない事項についても、その旨を記載する。",
                Wording.asOf(facts.asOf()), previous == null ? "本命令の受領後" : previous.reference());
        return section.done();
    }

    private Section changes() {
        SectionDraft section = new SectionDraft("2", "前回報告からの変化");
        section.heading("計数の変化");
        if (facts.available().isEmpty()) {
            section.say(FigureTables.NOT_THERE);
        } else if (facts.before().isEmpty()) {
            section.say("比較の対象となる提出済みの前回報告がないため、今回の計数のみを記載する。");
        }
        section.table(numbers());
        if (facts.drill() && facts.available().isPresent()) {
            section.say("漏えい項目の組合せ別の件数は別紙2に示す。%s", FigureTables.SYNTHETIC);
        }
        section.heading("計数の訂正");
        section.items(corrections());
        section.heading("期間中に記録した事実");
        section.table(periodTimeline());
        section.heading("期間中の改善策の動き");
        section.say(
                "期間中に記録した改善策の実施事項は%s、実施期限の変更は%sである。実施事項は第3章から第5章までに、期限の変更は第7章に記載する。",
                Wording.records(measures.progressEntriesInPeriod()), Wording.records(measures.slipsInPeriod()));
        return section.done();
    }

    private Table periodTimeline() {
        Chronicle chronicle = new Chronicle(facts);
        for (IncidentFacts each : facts.incidents()) {
            each.timeline().stream()
                    .filter(entry -> facts.inPeriod(entry.recordedAt()))
                    .forEach(entry -> chronicle.add(each, entry));
        }
        return chronicle.table("期間中の時系列");
    }

    private Table numbers() {
        Table table = new Table("主な計数の比較")
                .text("項目", 5)
                .number("前回", 2)
                .number("今回", 2)
                .number("差", 2);
        for (IncidentFacts each : facts.incidents()) {
            String code = each.incident().code();
            row(
                    table,
                    each.incident().title() + "（件数）",
                    figures -> figures.incidents().stream()
                            .filter(one -> one.incident().equals(code))
                            .mapToLong(one -> one.exposures())
                            .sum(),
                    RECORDS);
        }
        row(table, "件数（延べ）", of(UnionFigures::exposures), RECORDS);
        row(table, "人数（実人数）", of(UnionFigures::recipients), PERSONS);
        row(table, "複数の事案に該当する人数", of(UnionFigures::inSeveralIncidents), PERSONS);
        row(table, "通知の措置を終えた人数", of(NotificationTables::told), PERSONS);
        row(table, "個別通知が未了の人数", of(UnionFigures::notToldByReach), PERSONS);
        row(table, "お問い合わせ等の件数（累計）", of(NotificationTables::inquiries), RECORDS);
        return table;
    }

    private static ToLongFunction<Figures> of(ToLongFunction<UnionFigures> value) {
        return figures -> value.applyAsLong(figures.union());
    }

    private void row(Table table, String label, ToLongFunction<Figures> value, String unit) {
        Optional<Long> before = facts.before().map(value::applyAsLong);
        Optional<Long> now = facts.available().map(value::applyAsLong);
        table.row(
                label,
                before.map(Wording::number).map(number -> number + unit).orElse("－"),
                now.map(Wording::number).map(number -> number + unit).orElse(Wording.UNAVAILABLE),
                before.flatMap(b -> now.map(n -> Wording.difference(n - b) + unit))
                        .orElse("－"));
    }

    /** Numbers that went down, and figures published anew in the period. */
    private List<String> corrections() {
        List<String> lines = new ArrayList<>();
        shrunk("件数（延べ）", UnionFigures::exposures, RECORDS).ifPresent(lines::add);
        shrunk("人数（実人数）", UnionFigures::recipients, PERSONS).ifPresent(lines::add);
        for (IncidentFacts each : facts.incidents()) {
            for (PublishedFigureView figure : each.published()) {
                if (approvedInPeriod(figure.approvedAt())) {
                    lines.add("%sの公表件数を%s%s（%s）とした。"
                            .formatted(
                                    each.incident().title(),
                                    Wording.number(figure.number()),
                                    figure.unit().label(),
                                    figure.certainty().label()));
                }
            }
        }
        return lines.isEmpty() ? List.of("前回報告の計数の訂正はない。") : lines;
    }

    private boolean approvedInPeriod(@Nullable Instant approvedAt) {
        return approvedAt != null && facts.inPeriod(approvedAt);
    }

    private Optional<String> shrunk(String label, ToLongFunction<UnionFigures> value, String unit) {
        return facts.before()
                .flatMap(before -> facts.available()
                        .filter(now -> value.applyAsLong(now.union()) < value.applyAsLong(before.union()))
                        .map(now -> "%sは、前回の%sから%sに減少した。理由は補足に記載する。"
                                .formatted(
                                        label,
                                        Wording.number(value.applyAsLong(before.union())) + unit,
                                        Wording.number(value.applyAsLong(now.union())) + unit)));
    }

    private Section byStage() {
        SectionDraft section = new SectionDraft("6", "改善策の段階別の進捗");
        section.table(measures.byStage());
        section.table(measures.plan());
        return section.done();
    }

    private Section delayed() {
        SectionDraft section = new SectionDraft("7", "遅延している改善策、その理由及び新たな期限");
        section.heading("実施期限の変更");
        section.table(measures.slips());
        section.heading("期限を過ぎている段階");
        section.table(measures.late());
        return section.done();
    }

    private Section audit() {
        SectionDraft section = new SectionDraft("9", "内部監査及び外部評価");
        section.say("改善策の効果は、次表の方法により検証する。効果検証の段階を完了した改善策は、%d件である。", verified());
        section.table(measures.verification());
        return section.done();
    }

    private long verified() {
        return facts.measures().stream()
                .filter(measure -> measure.next().isEmpty())
                .count();
    }

    private Section assessment() {
        SectionDraft section = new SectionDraft("10", "改善措置の実効性・定着状況に関する当社の評価");
        long all = facts.measures().size();
        long inForce =
                facts.measures().stream().filter(ProgressSections::inForce).count();
        section.say(
                "基準日時点で、改善策%d件のうち%d件が実施の段階に達し、%d件が効果検証を含む全ての段階を完了している。実施の段階に達していない改善策については、実効性を評価する段階にない。",
                all, inForce, verified());
        section.say("実施済みの改善策についても、効果検証を完了するまでは定着したものとは評価せず、検証の結果を以後の進捗報告において報告する。");
        return section.done();
    }

    private static boolean inForce(MeasureView measure) {
        return measure.stage() != null && measure.stage().compareTo(Stage.IN_FORCE) >= 0;
    }

    private Section plan() {
        SectionDraft section = new SectionDraft("11", "次回報告までの計画");
        section.heading("未了の事項");
        section.items(outlook.open());
        section.heading("次回報告までに行う事項");
        section.table(measures.dueUntil(outlook.nextSafe()));
        section.table(outlook.nextReports());
        section.heading("基準日後に生じた主な事項");
        outlook.later(section);
        return section.done();
    }
}
