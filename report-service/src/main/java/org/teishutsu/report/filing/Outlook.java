package org.teishutsu.report.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.report.deadline.DeadlineDates;
import org.teishutsu.report.deadline.DeadlineState;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.measure.ProgressView;

/** What is still open, what comes next, and what has happened since the as-of instant. */
final class Outlook {
    private final FilingFacts facts;
    private final FigureBook book;

    Outlook(FilingFacts facts) {
        this.facts = facts;
        this.book = new FigureBook(facts);
    }

    /** What is not settled, one line each. */
    List<String> open() {
        List<String> lines = new ArrayList<>();
        Long notTold = book.get(NotificationFigures.NOT_TOLD).value();
        if (notTold == null) {
            lines.add("個別通知：" + FigureTables.NOT_THERE);
        } else if (notTold == 0) {
            lines.add("個別通知：未了のお客様はいない。");
        } else {
            lines.add("個別通知：%sが未了であり、理由ごとに次の手段による通知を進める。".formatted(book.now(NotificationFigures.NOT_TOLD)));
        }
        lines.add("改善策：%sのうち、全ての段階を完了していないものは%sである。"
                .formatted(book.now(MeasureFigures.ALL), book.now(MeasureFigures.UNFINISHED)));
        Long standing = book.get(MeasureFigures.RESTRICTIONS).value();
        lines.add(
                standing == null || standing == 0
                        ? "業務の制限：継続中のものはない。"
                        : "業務の制限：%sを継続している。".formatted(book.now(MeasureFigures.RESTRICTIONS)));
        return lines;
    }

    private List<DeadlineView> coming() {
        return facts.deadlines().stream()
                .filter(deadline -> deadline.number() > facts.period().number())
                .filter(deadline -> deadline.state() == DeadlineState.OPEN)
                .limit(3)
                .toList();
    }

    /** The safe date of the next report, or this one's if no other is due. */
    LocalDate nextSafe() {
        return coming().stream()
                .map(DeadlineView::safe)
                .findFirst()
                .orElse(facts.period().safe());
    }

    Table nextReports() {
        Table table = new Table("次回以降の報告")
                .text("報告", 4)
                .text("提出期限", 7)
                .text("社内期限", 7)
                .text("基準日", 5)
                .text("備考", 7);
        for (DeadlineView deadline : coming()) {
            table.row(
                    "第%d回報告".formatted(deadline.number()),
                    Wording.weekday(deadline.nominal()),
                    Wording.weekday(deadline.safe()),
                    Wording.date(deadline.asOfDate()),
                    noteOf(deadline));
        }
        return table;
    }

    private static String noteOf(DeadlineView deadline) {
        List<String> notes = new ArrayList<>();
        if (!deadline.safe().equals(deadline.nominal())) {
            notes.add("提出期限が行政機関の休日に当たるため、その前の開庁日までに提出");
        }
        if (deadline.reading() == DeadlineDates.Reading.EARLIER_OF_TWO) {
            notes.add("月末とも読み得るため、早い日を採用");
        }
        if (deadline.reading() == DeadlineDates.Reading.CLIPPED) {
            notes.add("応当する日がないため、月の末日");
        }
        if (deadline.reading() == DeadlineDates.Reading.EXTENDED) {
            notes.add("当局の指示による期限");
        }
        if (deadline.provisional()) {
            notes.add("祝日の公表前のため暫定");
        }
        return notes.isEmpty() ? "－" : String.join("、", notes);
    }

    /** 基準日後に生じた主な事項. */
    void later(SectionDraft section) {
        FilingFacts.Later later = facts.later();
        List<String> lines = new ArrayList<>();
        later.timeline()
                .forEach(
                        entry -> lines.add(Wording.dateTime(entry.occurredAt()) + "　" + Wording.oneLine(entry.text())));
        later.notices()
                .forEach(notice ->
                        lines.add(Wording.dateTime(notice.publishedAt()) + "　「" + notice.title() + "」を公表した。"));
        later.measures()
                .forEach(measure -> measure.progress().stream()
                        .filter(entry -> entry.recordedAt().isAfter(facts.asOf()))
                        .map(ProgressView::text)
                        .forEach(text -> lines.add(measure.title() + "：" + Wording.oneLine(text))));
        section.say(
                "%sの後、%sまでに記録した主な事項は、次のとおりである。これらは本報告書の件数及び人数に含まれない。",
                Wording.asOf(facts.asOf()), Wording.dateTime(later.until()));
        section.items(lines);
    }
}
