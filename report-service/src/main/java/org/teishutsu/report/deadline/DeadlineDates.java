package org.teishutsu.report.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.order.Roll;

/**
 * The dates of one report period.
 *
 * @param number 0 for the first report, n for the n-th progress report
 * @param nominal 提出期限, as the order fixes it
 * @param reading how {@code nominal} was read from the anchor
 * @param safe 社内期限: what plans, reminders and alarms run on
 * @param latest the next open day; counts only if the bureau has confirmed it
 * @param roll which open day counts for a date on a closed day; null as long as no instruction says so
 * @param asOfDate 基準日; what was recorded until its end (24:00) counts
 * @param provisional whether a date lies beyond the holidays the Cabinet Office has published
 */
public record DeadlineDates(
        int number,
        LocalDate nominal,
        Reading reading,
        LocalDate safe,
        LocalDate latest,
        @Nullable Roll roll,
        LocalDate asOfDate,
        boolean provisional) {

    /** How a month's nominal date follows from the anchor. */
    public enum Reading {
        /** The anchor's day of the month. */
        PLAIN,
        /** The month is shorter than the anchor's day: its last day. */
        CLIPPED,
        /** The anchor may mean its day or the month's end; the earlier of the two is taken. */
        EARLIER_OF_TWO,
        /** An instruction of the bureau fixes this one date. */
        EXTENDED
    }

    /** 24:00 of the as-of date: facts recorded up to this instant count. */
    public Instant asOf() {
        return Jst.endOf(asOfDate);
    }

    /** 17:00 of the safe date, when offices close. */
    Instant alarmAt() {
        return Jst.at(safe, LocalTime.of(17, 0));
    }

    /** Whether an instruction of the bureau lets a date on a closed day roll on. */
    boolean latestConfirmed() {
        return roll == Roll.NEXT;
    }

    /** The last day on which a report is not late. */
    LocalDate lastDay() {
        if (roll == null) {
            return nominal;
        }
        return switch (roll) {
            case PREVIOUS -> safe;
            case NEXT -> latest;
        };
    }
}
