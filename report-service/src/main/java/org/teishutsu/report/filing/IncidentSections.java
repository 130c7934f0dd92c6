package org.teishutsu.report.filing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.incident.BodyTold;
import org.teishutsu.report.incident.IncidentView;
import org.teishutsu.report.incident.NotLeaked;
import org.teishutsu.report.incident.TimelineView;

/** What happened, what leaked and why: sections 2 to 4 of the initial report. */
final class IncidentSections {
    private final FilingFacts facts;
    private final FigureTables figures;
    private final FigureBook book;

    IncidentSections(FilingFacts facts) {
        this.facts = facts;
        this.figures = new FigureTables(facts);
        this.book = new FigureBook(facts);
    }

    /** 事案の概要. */
    Section whatHappened() {
        SectionDraft section = new SectionDraft("2", "事案の概要");
        section.say("本命令の対象となる事案は、次の%sである。時系列の全体は別紙1に示す。", book.now(LeakFigures.INCIDENTS));
        facts.incidents().forEach(each -> describe(section, each));
        section.heading("お客様の資産及びお取引への影響");
        section.items(perIncident(IncidentView::effectOnCustomers, "報告すべき影響の記録はない。"));
        section.heading("関係機関への報告");
        section.table(bodiesTold());
        section.heading("委託先の関与");
        section.items(perIncident(IncidentView::contractors, "委託先の関与を示す記録はない。"));
        return section.done();
    }

    private void describe(SectionDraft section, IncidentFacts each) {
        IncidentView incident = each.incident();
        section.heading(incident.title());
        section.table(new Table("事案の概要：" + incident.title())
                .text("項目", 2)
                .text("内容", 7)
                .row("発生期間", occurred(incident))
                .row("検知日時", Wording.dateTime(incident.detectedAt()))
                .row("遮断日時", containedAt(incident))
                .row("対象", incident.population() == null ? "調査中" : Wording.oneLine(incident.population()))
                .row("原因", incident.cause() == null ? "調査中" : Wording.oneLine(incident.cause()))
                .row("調査", incident.investigator() == null ? "社内調査" : Wording.oneLine(incident.investigator()))
                .row("漏えい項目", leaked(incident))
                .row("漏えいがないことを確認した項目", notLeaked(incident)));
        section.table(timeline("経過：" + incident.title(), each.timeline()));
    }

    private static String occurred(IncidentView incident) {
        if (inWholeMonths(incident)) {
            return Wording.months(incident.occurredFrom(), incident.occurredTo());
        }
        String from = Wording.date(incident.occurredFrom());
        return incident.occurredFrom().equals(incident.occurredTo())
                ? from
                : from + "から" + Wording.date(incident.occurredTo()) + "まで";
    }

    /** Whole months are entered where the days are not known: to print the days would claim that they are. */
    private static boolean inWholeMonths(IncidentView incident) {
        LocalDate to = incident.occurredTo();
        return incident.occurredFrom().getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
    }

    private static String containedAt(IncidentView incident) {
        return incident.containedAt() == null ? "－" : Wording.dateTime(incident.containedAt());
    }

    private String notLeaked(IncidentView incident) {
        if (incident.notLeaked().isEmpty()) {
            return "確認中";
        }
        return String.join(
                "、",
                incident.notLeaked().stream()
                        .map(kept -> labelOf(kept.item()) + "（" + noteOf(kept) + Wording.date(kept.since()) + "確認）")
                        .toList());
    }

    /** What tells the item from others of its kind, unless the label says it already. */
    private String noteOf(NotLeaked kept) {
        return kept.note() == null || labelOf(kept.item()).contains(kept.note().strip())
                ? ""
                : Wording.oneLine(kept.note()) + "、";
    }

    private String leaked(IncidentView incident) {
        return String.join(
                "、",
                incident.items().stream()
                        .map(item -> {
                            String remark = incident.itemRemarks().get(item);
                            return labelOf(item) + (remark == null ? "" : "（" + remark + "）");
                        })
                        .toList());
    }

    private String labelOf(String item) {
        return facts.itemLabels().getOrDefault(item, item);
    }

    private Table bodiesTold() {
        Table table = new Table("関係機関への報告")
                .text("報告先", 4)
                .text("報告日", 3)
                .text("事案", 4)
                .text("備考", 3);
        for (IncidentFacts each : facts.incidents()) {
            for (BodyTold told : each.incident().bodiesTold()) {
                table.row(
                        told.body(),
                        Wording.date(told.toldOn()),
                        each.incident().title(),
                        told.note() == null ? "" : Wording.oneLine(told.note()));
            }
        }
        return table;
    }

    private static Table timeline(String caption, List<TimelineView> entries) {
        Table table = new Table(caption).text("日時", 3).text("事実", 7);
        entries.forEach(entry -> table.row(Wording.dateTime(entry.occurredAt()), Wording.oneLine(entry.text())));
        return table;
    }

    /** 漏えい項目及び件数. */
    Section whatLeaked() {
        SectionDraft section = new SectionDraft("3", "漏えいした情報の項目及び件数");
        section.heading("件数及び人数");
        totals(section);
        section.heading("漏えい項目の組合せ");
        for (IncidentFacts each : facts.incidents()) {
            section.table(figures.commonest(each.incident()));
            if (facts.drill()) {
                section.say(FigureTables.SYNTHETIC);
            }
            figures.byItem(each.incident()).ifPresent(section::chart);
        }
        section.heading("公表した件数との関係");
        section.say("公表した件数は、調査の進展に応じて推定から確定へ改めており、いずれも上書きせず、公表日及び公表資料とともに保存している。");
        section.table(figures.published());
        List<String> gaps = new Gaps(facts).published();
        if (!gaps.isEmpty()) {
            section.items(gaps);
        }
        return section.done();
    }

    /** Records and persons in words and as a table; shared with the progress reports. */
    void totals(SectionDraft section) {
        if (facts.available().isPresent()) {
            section.say(
                    "%sの時点で、漏えいした情報は延べ%s、対象となるお客様は実人数で%sである。このうち%sは複数の事案に該当する。「件」は事案ごとのお客様1人分の記録を、「人」は重複を除いたお客様の数をいう。",
                    Wording.asOf(facts.asOf()),
                    book.now(LeakFigures.EXPOSURES),
                    book.now(LeakFigures.RECIPIENTS),
                    book.now(LeakFigures.IN_SEVERAL));
        } else {
            section.say(FigureTables.NOT_THERE);
        }
        section.table(figures.totals());
    }

    /** 原因. */
    Section why() {
        SectionDraft section = new SectionDraft("4", "発生原因");
        section.heading("直接の原因");
        section.items(perIncident(IncidentView::cause, "調査中である。"));
        section.heading("検知に至るまでの期間");
        section.items(facts.incidents().stream()
                .map(IncidentFacts::incident)
                .map(incident -> incident.title() + "：" + untilDetected(incident)
                        + Optional.ofNullable(incident.howFound())
                                .map(Wording::oneLine)
                                .orElse(""))
                .toList());
        rootCauses(section);
        return section.done();
    }

    private void rootCauses(SectionDraft section) {
        List<IncidentView> all =
                facts.incidents().stream().map(IncidentFacts::incident).toList();
        if (all.stream().anyMatch(incident -> incident.rootCause() != null)) {
            section.heading("根本原因");
            section.items(perIncident(IncidentView::rootCause, "究明中である。"));
        }
        if (all.stream().anyMatch(incident -> incident.rootCause() == null)) {
            section.heading("根本原因の究明");
            section.say("検知までに期間を要した理由を含む根本原因の究明は、再発防止策と併せて進めている。その結果は、判明の都度、進捗報告において報告する。");
        }
    }

    private static String untilDetected(IncidentView incident) {
        LocalDate detected = Jst.date(incident.detectedAt());
        if (inWholeMonths(incident)) {
            return "%sの不正アクセスを、%sに検知した。"
                    .formatted(Wording.months(incident.occurredFrom(), incident.occurredTo()), Wording.date(detected));
        }
        long days = ChronoUnit.DAYS.between(incident.occurredFrom(), detected);
        return days == 0 ? "発生した日に検知した。" : "最初の不正アクセスから検知まで%s日を要した。".formatted(Wording.number(days));
    }

    private List<String> perIncident(Function<IncidentView, @Nullable String> text, String none) {
        return facts.incidents().stream()
                .map(IncidentFacts::incident)
                .map(incident -> incident.title()
                        + "："
                        + Optional.ofNullable(text.apply(incident))
                                .map(Wording::oneLine)
                                .orElse(none))
                .toList();
    }
}
