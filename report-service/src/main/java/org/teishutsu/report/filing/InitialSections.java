package org.teishutsu.report.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.order.OrderView;

/** The sections of the initial report, in the order in which the bureau reads them. */
final class InitialSections {
    private final FilingFacts facts;
    private final ClauseSections clauses;
    private final IncidentSections incidents;
    private final MeasureTables measures;
    private final Outlook outlook;
    private final FigureBook book;

    InitialSections(FilingFacts facts) {
        this.facts = facts;
        this.clauses = new ClauseSections(facts);
        this.incidents = new IncidentSections(facts);
        this.measures = new MeasureTables(facts);
        this.outlook = new Outlook(facts);
        this.book = new FigureBook(facts);
    }

    List<Section> all() {
        return List.of(
                summary(),
                orderAndScope(),
                incidents.whatHappened(),
                incidents.whatLeaked(),
                incidents.why(),
                clauses.contain("5"),
                clauses.limitHarm("6"),
                clauses.informCustomers("7"),
                prevention(),
                responsibility(),
                unsettled());
    }

    /** 要旨, on one page. */
    private Section summary() {
        SectionDraft section = new SectionDraft("0", "報告の要旨");
        OrderView order = facts.order();
        section.say(
                "本報告書は、%sから%s付け%sにより発せられた業務改善命令（以下「本命令」という。）に基づき、%sを基準として、対応及び実施の状況を取りまとめたものである。",
                order.authority(), Wording.date(order.issuedOn()), order.documentNumber(), Wording.asOf(facts.asOf()));
        section.table(keyNumbers());
        section.items(answers());
        return section.done();
    }

    private Table keyNumbers() {
        Table table = new Table("主な計数（%s時点）".formatted(Wording.asOf(facts.asOf())))
                .text("項目", 5)
                .number("計数", 3);
        for (String key : List.of(
                LeakFigures.EXPOSURES,
                LeakFigures.RECIPIENTS,
                NotificationFigures.TOLD,
                NotificationFigures.NOT_TOLD,
                NotificationFigures.INQUIRIES,
                MeasureFigures.ALL)) {
            table.row(book.get(key).label(), book.now(key));
        }
        return table;
    }

    private List<String> answers() {
        List<String> lines = new ArrayList<>();
        for (Clause clause : facts.order().clauses()) {
            lines.add(clause.citation() + "：" + answer(clause));
        }
        return lines;
    }

    private String answer(Clause clause) {
        if (clause.kind() == ClauseKind.REPORT) {
            return "本報告書をもって報告し、以後、%sに進捗を報告する。".formatted(interval(facts.order()));
        }
        List<MeasureView> answering = facts.measuresFor(clause);
        if (answering.isEmpty()) {
            return "対応する改善策は、基準日時点で登録されていない。";
        }
        String titles = String.join(
                "、", answering.stream().limit(3).map(MeasureView::title).toList());
        return answering.size() > 3
                ? "%sほか計%sの改善策により対応する。".formatted(titles, book.now(MeasureFigures.clause(clause)))
                : "%sにより対応する。".formatted(titles);
    }

    private Section orderAndScope() {
        SectionDraft section = new SectionDraft("1", "本命令の内容及び本報告書の範囲");
        OrderView order = facts.order();
        section.heading("本命令の内容");
        Table table = new Table("本命令の概要").text("項目", 2).text("内容", 7);
        table.row("発出者", order.authority())
                .row("文書番号", order.documentNumber())
                .row("根拠法令", order.legalBasis())
                .row("発出日", Wording.weekday(order.issuedOn()))
                .row("受領日時", Wording.dateTime(order.receivedAt()))
                .row("初回報告の期限", Wording.weekday(order.firstReportDueOn()))
                .row("以後の報告", interval(order));
        section.table(table);
        Table clauseTable =
                new Table("命令事項及び本報告書における記載箇所").text("命令事項", 2).text("内容", 7).text("記載箇所", 2);
        order.clauses()
                .forEach(clause -> clauseTable.row(clause.citation(), Wording.oneLine(clause.text()), placeOf(clause)));
        section.table(clauseTable);
        section.heading("本報告書の範囲");
        String prior = order.priorDemand();
        if (prior != null) {
            section.say("本命令に先立ち、%sを受けている。その対象となった事項についても、本報告書に含めて報告する。", Wording.oneLine(prior));
        }
        section.say(
                "本報告書は、%sまでに記録した事実に基づく。基準日の後に生じた主な事項は、第10章に区分して記載する。件数及び人数は、同じ基準日時について集計をやり直しても同じ値となる方法により集計している。",
                Wording.asOf(facts.asOf()));
        return section.done();
    }

    private static String interval(OrderView order) {
        return order.intervalMonths() == 1 ? "毎月" : order.intervalMonths() + "か月ごと";
    }

    private static String placeOf(Clause clause) {
        return switch (clause.kind()) {
            case CONTAIN -> "第5章";
            case LIMIT_HARM -> "第6章";
            case INFORM_CUSTOMERS -> "第7章";
            case REPORT -> "本報告書全体";
        };
    }

    private Section prevention() {
        SectionDraft section = new SectionDraft("8", "再発防止策");
        section.say("再発防止に向けて、次の改善策を定めた。段階は、検討、立案、規程化、実施、効果検証の順に進み、期限の変更には理由の記録を要する。");
        section.heading("改善策及び実施期限");
        section.table(measures.plan());
        section.heading("効果の検証");
        section.table(measures.verification());
        section.heading("進捗の状況");
        section.table(measures.byStage());
        measures.byStageChart().ifPresent(section::chart);
        section.table(measures.late());
        return section.done();
    }

    private Section responsibility() {
        SectionDraft section = new SectionDraft("9", "経営責任及び態勢");
        section.heading("取締役会の関与");
        section.say(
                "改善策の実施状況及び本報告書の内容は、取締役会に付議した上で、%sが最終の承認を行い提出する。", facts.firm().representativeTitle());
        section.heading("報告及び公表に係る牽制");
        section.say(
                "報告書、公表件数、個別通知及び業務の制限の解除は、作成した者以外の者が内容を確認し、承認した場合に限り実行する。承認の対象は内容のハッシュ値により特定し、確認後に内容が変わったときは承認をやり直す。");
        section.heading("責任者");
        section.table(owners());
        return section.done();
    }

    private Table owners() {
        Table table = new Table("改善策の責任者").text("責任者", 3).text("改善策", 7);
        facts.measures().stream().map(MeasureView::owner).distinct().forEach(owner -> {
            List<String> titles = facts.measures().stream()
                    .filter(measure -> measure.owner().equals(owner))
                    .map(MeasureView::title)
                    .toList();
            table.row(owner, String.join("、", titles));
        });
        return table;
    }

    private Section unsettled() {
        SectionDraft section = new SectionDraft("10", "未了の事項及び今後の予定");
        section.heading("未了の事項");
        section.items(outlook.open());
        section.heading("今後の予定");
        LocalDate next = outlook.nextSafe();
        section.table(measures.dueUntil(next));
        section.table(outlook.nextReports());
        section.heading("基準日後に生じた主な事項");
        outlook.later(section);
        return section.done();
    }
}
