package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.List;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.publicnotice.NoticeRelation;
import org.teishutsu.report.publicnotice.PublicNoticeView;
import org.teishutsu.report.restriction.RestrictionView;

/** What was done about each clause of the order: 5 to 7 of the initial report, 3 to 5 of a progress report. */
final class ClauseSections {
    private final FilingFacts facts;
    private final MeasureTables measures;
    private final NotificationTables notification;
    private final FigureBook book;

    ClauseSections(FilingFacts facts) {
        this.facts = facts;
        this.measures = new MeasureTables(facts);
        this.notification = new NotificationTables(facts);
        this.book = new FigureBook(facts);
    }

    Section contain(String number) {
        SectionDraft section = begin(number, ClauseKind.CONTAIN, "新規口座開設の停止及び漏えいの可能性の検証");
        section.heading("新規口座開設の停止");
        section.table(restrictions());
        section.say(
                "停止の解除は、%sの確認を記録した上で、記録した者以外の承認者が承認した場合に限り行う。口座開設システムは、停止の有無を都度照会し、回答が得られないときは停止中として取り扱う。",
                facts.order().authority());
        section.heading("漏えいの可能性の検証及び保護措置");
        answer(section, ClauseKind.CONTAIN);
        section.heading("残存するリスク");
        section.say("検証が完了していない改善策が残る間は、未確認の漏えいの可能性を否定しない。新たな漏えいを確認したときは、基準日を待たずに報告する。");
        return section.done();
    }

    Section limitHarm(String number) {
        SectionDraft section = begin(number, ClauseKind.LIMIT_HARM, "漏えいした情報の悪用による被害の拡大の防止");
        section.heading("実施状況");
        answer(section, ClauseKind.LIMIT_HARM);
        section.heading("被害に関する申出");
        section.say("身に覚えのない取引等の申出は、臨時お問合わせ窓口で受け付け、個別に調査している。件数は累計であり、調査の結果が出たものは、その区分に計上している。");
        harm(section);
        return section.done();
    }

    Section informCustomers(String number) {
        SectionDraft section = begin(number, ClauseKind.INFORM_CUSTOMERS, "お客様への説明及びお問い合わせへの対応");
        section.heading("公表");
        section.table(notices(facts.period().kind() == FilingKind.PROGRESS));
        section.heading("個別通知");
        if (facts.available().isPresent()) {
            told(section);
        } else {
            section.say(FigureTables.NOT_THERE);
        }
        section.table(notification.reach());
        notification.reachChart().ifPresent(section::chart);
        notification.toldOverTime().ifPresent(section::chart);
        section.heading("個別通知が未了のお客様");
        section.table(notification.notTold());
        notification.closed().ifPresent(section::table);
        notification.calls().ifPresent(section::table);
        section.heading("お問い合わせ及び苦情");
        desk(section);
        inquiries(section);
        section.heading("実施状況");
        answer(section, ClauseKind.INFORM_CUSTOMERS);
        return section.done();
    }

    /** The initial report has an annex for these numbers; a progress report has them here, and nowhere twice. */
    private void harm(SectionDraft section) {
        if (facts.period().kind() == FilingKind.PROGRESS) {
            section.table(notification.harm());
            return;
        }
        section.say(
                facts.available().isEmpty()
                        ? FigureTables.NOT_THERE
                        : "基準日時点の申出は、調査中%s、被害を確認したもの%s、被害がないことを確認したもの%sである（別紙4）。"
                                .formatted(
                                        book.now(NotificationFigures.harm(HarmFinding.ALLEGED)),
                                        book.now(NotificationFigures.harm(HarmFinding.CONFIRMED)),
                                        book.now(NotificationFigures.harm(HarmFinding.RULED_OUT))));
    }

    private void inquiries(SectionDraft section) {
        if (facts.period().kind() == FilingKind.PROGRESS) {
            section.table(notification.inquiries());
            return;
        }
        section.say(
                facts.available().isEmpty()
                        ? FigureTables.NOT_THERE
                        : "基準日までに受け付けたお問い合わせ等は、累計%sである。区分ごとの件数は別紙4に示す。"
                                .formatted(book.now(NotificationFigures.INQUIRIES)));
    }

    private SectionDraft begin(String number, ClauseKind kind, String title) {
        List<Clause> clauses = facts.clausesOf(kind);
        String cited = clauses.isEmpty()
                ? ""
                : "（" + String.join("、", clauses.stream().map(Clause::citation).toList()) + "）";
        SectionDraft section = new SectionDraft(number, title + cited);
        clauses.forEach(
                clause -> section.say(clause.citation() + "「" + Wording.oneLine(clause.text()) + "」への対応は、次のとおりである。"));
        return section;
    }

    private void answer(SectionDraft section, ClauseKind kind) {
        for (Clause clause : facts.clausesOf(kind)) {
            List<MeasureView> answering = facts.measuresFor(clause);
            if (answering.isEmpty()) {
                section.say("%sに対応する改善策は、基準日時点で登録されていない。", clause.citation());
                continue;
            }
            section.table(measures.of(clause.citation() + "に対応する改善策", answering));
            section.table(measures.progressInPeriod(answering));
        }
        if (facts.clausesOf(kind).isEmpty()) {
            section.say("本命令に該当する命令事項はない。");
        }
    }

    private Table restrictions() {
        Table table =
                new Table("業務の制限").text("制限", 3).text("開始日時", 4).text("根拠", 4).text("基準日時点の状態", 4);
        for (RestrictionView restriction : facts.restrictions()) {
            table.row(
                    restriction.kind().label(),
                    Wording.dateTime(restriction.from()),
                    Wording.oneLine(restriction.ground()),
                    stateOf(restriction));
        }
        return table;
    }

    private String stateOf(RestrictionView restriction) {
        Instant until = restriction.untilKnownAt(facts.asOf());
        if (until == null) {
            return "停止中";
        }
        return Wording.dateTime(until) + "解除";
    }

    /** The notices, in a progress report those of the period. */
    Table notices(boolean ofPeriodOnly) {
        Table table = new Table(ofPeriodOnly ? "報告対象期間における公表" : "公表の状況")
                .text("公表日時", 4)
                .text("表題", 6)
                .text("既存のお知らせとの関係", 5);
        facts.notices().stream()
                .filter(notice -> !ofPeriodOnly || facts.inPeriod(notice.recordedAt()))
                .forEach(
                        notice -> table.row(Wording.dateTime(notice.publishedAt()), notice.title(), relations(notice)));
        return table;
    }

    private String relations(PublicNoticeView notice) {
        if (notice.relations().isEmpty()) {
            return "－";
        }
        return String.join(
                "\n",
                notice.relations().stream()
                        .map(relation ->
                                "「" + titleOf(relation) + "」の" + relation.kind().label())
                        .toList());
    }

    private String titleOf(NoticeRelation relation) {
        return facts.notices().stream()
                .filter(notice -> notice.id().equals(relation.notice()))
                .map(PublicNoticeView::title)
                .findFirst()
                .orElse("－");
    }

    private void told(SectionDraft section) {
        section.say(
                "漏えいの対象となったお客様には、該当する全ての事案及びお客様ごとの漏えい項目を記載した1通の通知を、お1人ずつ行っている。対象者%sのうち、%sについては通知の送信・発送その他の措置を終え、%sが未了である。送信・発送済みであることは到達したことを意味しないため、両者を区別して集計している。",
                book.now(LeakFigures.RECIPIENTS),
                book.now(NotificationFigures.TOLD),
                book.now(NotificationFigures.NOT_TOLD));
        section.say(
                "電子メールアドレスを他のお客様と共有している場合、解約から長期間が経過している場合又は登録が不正アクセスの発生後に変更されている場合は、第三者に届くおそれがあるため、電子メールによらず書面により通知することとしている。");
    }

    private void desk(SectionDraft section) {
        String phone = facts.firm().deskPhone();
        String hours = facts.firm().deskHours();
        if (phone != null) {
            section.say(
                    "臨時お問合わせ窓口（電話%s%s）において、お客様からのお問い合わせを受け付けている。漏えい項目の回答は、漏えいした情報によらない方法で本人確認を行った後に限り行う。",
                    phone, hours == null ? "" : "、受付時間は" + hours);
        }
    }
}
