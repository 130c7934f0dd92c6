package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.publicnotice.PublishedFigureView;

/** The sections of a progress report; whatever can be counted stands beside the last report's number. */
final class ProgressSections {
    private final FilingFacts facts;
    private final ClauseSections clauses;
    private final MeasureTables measures;
    private final Outlook outlook;
    private final FigureBook book;

    ProgressSections(FilingFacts facts) {
        this.facts = facts;
        this.clauses = new ClauseSections(facts);
        this.measures = new MeasureTables(facts);
        this.outlook = new Outlook(facts);
        this.book = new FigureBook(facts);
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
        } else if (!book.compares()) {
            section.say("比較の対象となる提出済みの前回報告がないため、今回の計数のみを記載する。");
        }
        section.table(numbers());
        if (facts.drill() && facts.available().isPresent()) {
            section.say("漏えい項目の組合せ別の件数は別紙2に示す。%s", FigureTables.SYNTHETIC);
        }
        section.heading("計数の訂正");
        section.table(new Gaps(facts).corrections());
        section.heading("公表した件数との関係");
        section.items(published());
        section.heading("期間中に記録した事実");
        section.table(periodTimeline());
        section.heading("期間中の改善策の動き");
        section.say(
                "期間中に記録した改善策の実施事項は%s、実施期限の変更は%sである。実施事項は第3章から第5章までに、期限の変更の理由は第7章に記載する。",
                book.now(MeasureFigures.PROGRESS), book.now(MeasureFigures.SLIPS));
        section.table(measures.moved());
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
            row(table, LeakFigures.exposures(each.incident().code()));
        }
        row(table, LeakFigures.EXPOSURES);
        row(table, LeakFigures.RECIPIENTS);
        row(table, LeakFigures.IN_SEVERAL);
        row(table, NotificationFigures.TOLD);
        row(table, NotificationFigures.NOT_TOLD);
        row(table, NotificationFigures.INQUIRIES);
        row(table, NotificationFigures.HARM);
        row(table, MeasureFigures.ALL);
        row(table, MeasureFigures.IN_FORCE);
        row(table, MeasureFigures.VERIFIED);
        row(table, MeasureFigures.RESTRICTIONS);
        return table;
    }

    private void row(Table table, String key) {
        table.row(book.get(key).label(), book.last(key), book.now(key), book.difference(key));
    }

    /** Where the ledger is not what was published last, and figures published anew in the period. */
    private List<String> published() {
        List<String> lines = new ArrayList<>(new Gaps(facts).published());
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
        return lines.isEmpty() ? List.of("直近の確定公表件数との差はなく、期間中に新たに公表した件数もない。") : lines;
    }

    private boolean approvedInPeriod(@Nullable Instant approvedAt) {
        return approvedAt != null && facts.inPeriod(approvedAt);
    }

    private Section byStage() {
        SectionDraft section = new SectionDraft("6", "改善策の段階別の進捗");
        section.table(measures.byStage());
        measures.byStageChart().ifPresent(section::chart);
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
        section.say("改善策の効果は、次表の方法により検証する。効果検証の段階を完了した改善策は、%sである。", book.now(MeasureFigures.VERIFIED));
        section.table(measures.verification());
        return section.done();
    }

    private Section assessment() {
        SectionDraft section = new SectionDraft("10", "改善措置の実効性・定着状況に関する当社の評価");
        section.say(
                "基準日時点で、改善策%sのうち%sが実施の段階に達し、%sが効果検証を含む全ての段階を完了している。実施の段階に達していない改善策については、実効性を評価する段階にない。",
                book.now(MeasureFigures.ALL), book.now(MeasureFigures.IN_FORCE), book.now(MeasureFigures.VERIFIED));
        section.say("実施済みの改善策についても、効果検証を完了するまでは定着したものとは評価せず、検証の結果を以後の進捗報告において報告する。");
        return section.done();
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
