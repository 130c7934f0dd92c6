package org.teishutsu.report.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.teishutsu.common.time.JapaneseEra;
import org.teishutsu.report.deadline.DeadlineState;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.order.OrderView;

/**
 * Deadlines as days in a calendar: each on its safe date, which people plan by, with the date the bureau knows in the text.
 * The same deadline keeps its UID, so a calendar moves it instead of doubling it.
 */
final class DeadlineCalendar {
    /** A line has 75 octets at most (RFC 5545, 3.1), and a character of these texts up to three. */
    private static final int LINE_CHARACTERS = 24;

    private DeadlineCalendar() {}

    /** A deadline and whose it is. */
    record Entry(OrderView order, DeadlineView deadline) {}

    static String write(List<Entry> entries, String mark) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Teishutsu//Deadlines//JA"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", mark + "業務改善命令の報告期限"));
        entries.forEach(entry -> calendar.add(event(entry, mark)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, LINE_CHARACTERS).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(Entry entry, String mark) {
        DeadlineView deadline = entry.deadline();
        String report = deadline.number() == 0 ? "初回報告" : "第%d回報告".formatted(deadline.number());
        String prefix = mark.isEmpty() ? "" : "【" + mark + "】";
        VEvent event = new VEvent(false);
        event.add(new Uid("%s-%d@deadlines.teishutsu".formatted(deadline.order(), deadline.number())));
        event.add(new DtStamp(stamp(deadline)));
        event.add(new DtStart<LocalDate>(deadline.safe()));
        event.add(new DtEnd<LocalDate>(deadline.safe().plusDays(1)));
        event.add(new Summary(prefix + "社内期限：" + report + state(deadline)));
        event.add(new Description("%s（%s）\n提出期限：%s\n基準日：%s"
                .formatted(
                        entry.order().documentNumber(),
                        entry.order().authority(),
                        JapaneseEra.dateWithWeekday(deadline.nominal()),
                        JapaneseEra.date(deadline.asOfDate()))));
        event.add(new Status(
                deadline.state() == DeadlineState.NOT_NEEDED ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        return event;
    }

    private static Instant stamp(DeadlineView deadline) {
        return deadline.settledAt() == null ? deadline.recordedAt() : deadline.settledAt();
    }

    private static String state(DeadlineView deadline) {
        return switch (deadline.state()) {
            case OPEN -> deadline.overdue() ? "（期限経過）" : "";
            case MET, MET_LATE -> "（提出済み）";
            case NOT_NEEDED -> "（提出不要）";
        };
    }
}
