package org.teishutsu.report.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.deadline.DeadlineDates.Reading;
import org.teishutsu.report.order.AsOfRule;

/**
 * Turns the date an order fixes for its first report into the dates of every report after it.
 *
 * <p>Every month is counted from the anchor, never from the month before: 31 January gives 28 February and then again
 * 31 March. Closed days are those of government offices (行政機関の休日に関する法律 art. 1).
 */
public final class MonthlyRule {
    private final LocalDate anchor;
    private final int intervalMonths;
    private final AsOfRule asOfRule;
    private final boolean latestConfirmed;
    private final BusinessCalendar calendar;

    public MonthlyRule(
            LocalDate anchor,
            int intervalMonths,
            AsOfRule asOfRule,
            boolean latestConfirmed,
            BusinessCalendar calendar) {
        if (intervalMonths < 1) {
            throw new IllegalArgumentException("interval must be 1 month or more, was " + intervalMonths);
        }
        this.anchor = anchor;
        this.intervalMonths = intervalMonths;
        this.asOfRule = asOfRule;
        this.latestConfirmed = latestConfirmed;
        this.calendar = calendar;
    }

    /** The dates of the report with this number; 0 is the first report. */
    public DeadlineDates dates(int number) {
        LocalDate nominal = nominal(number);
        LocalDate safe = calendar.openOnOrBefore(nominal);
        LocalDate latest = calendar.openOnOrAfter(nominal);
        return new DeadlineDates(
                number,
                nominal,
                reading(nominal),
                safe,
                latest,
                latestConfirmed,
                asOfDate(safe),
                calendar.isProvisional(latest));
    }

    LocalDate nominal(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number must not be negative, was " + number);
        }
        return anchor.plusMonths((long) number * intervalMonths);
    }

    private Reading reading(LocalDate nominal) {
        LocalDate monthEnd = YearMonth.from(nominal).atEndOfMonth();
        if (nominal.getDayOfMonth() < anchor.getDayOfMonth()) {
            return Reading.CLIPPED;
        }
        boolean anchorIsMonthEnd = anchor.equals(YearMonth.from(anchor).atEndOfMonth());
        return anchorIsMonthEnd && nominal.isBefore(monthEnd) ? Reading.EARLIER_OF_TWO : Reading.PLAIN;
    }

    private LocalDate asOfDate(LocalDate safe) {
        return switch (asOfRule.kind()) {
            case OPEN_DAYS_BEFORE -> calendar.openDaysBefore(safe, asOfRule.count());
            case DAY_OF_MONTH -> dayOfMonthBefore(safe, asOfRule.count());
        };
    }

    private static LocalDate dayOfMonthBefore(LocalDate safe, int day) {
        YearMonth month = YearMonth.from(safe);
        LocalDate date = clipped(month, day);
        return date.isBefore(safe) ? date : clipped(month.minusMonths(1), day);
    }

    private static LocalDate clipped(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
