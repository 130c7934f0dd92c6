package org.teishutsu.report.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.OrderView;
import org.teishutsu.report.order.Roll;

/**
 * Turns the date an order fixes for its first report, and what the bureau has instructed since, into the dates of every
 * report.
 *
 * <p>Every month is counted from the anchor, never from the month before: 31 January gives 28 February and then again
 * 31 March. Closed days are those of government offices (行政機関の休日に関する法律 art. 1).
 */
public final class MonthlyRule {
    private final Terms terms;
    private final BusinessCalendar calendar;

    public MonthlyRule(
            LocalDate anchor,
            int intervalMonths,
            AsOfRule asOfRule,
            List<InstructionView> instructions,
            BusinessCalendar calendar) {
        this.terms = new Terms(anchor, intervalMonths, asOfRule, instructions);
        this.calendar = calendar;
    }

    static MonthlyRule of(OrderView order, List<InstructionView> instructions) {
        return new MonthlyRule(
                order.firstReportDueOn(),
                order.intervalMonths(),
                order.asOfRule(),
                instructions,
                BusinessCalendar.japan());
    }

    /** The dates of the report with this number; 0 is the first report. */
    public DeadlineDates dates(int number) {
        LocalDate nominal = nominal(number);
        LocalDate safe = calendar.openOnOrBefore(nominal);
        LocalDate latest = calendar.openOnOrAfter(nominal);
        @Nullable Roll roll = terms.roll(number).orElse(null);
        return new DeadlineDates(
                number,
                nominal,
                terms.reading(number),
                safe,
                latest,
                roll,
                asOfDate(safe, terms.asOfRule(number)),
                calendar.isProvisional(latest));
    }

    LocalDate nominal(int number) {
        return terms.nominal(number);
    }

    /** The date without any extension. */
    LocalDate regular(int number) {
        return terms.regular(number);
    }

    /** Whether the holidays around a date are known, so that every date of its report can be told. */
    boolean covers(LocalDate nominal) {
        return calendar.covers(nominal.minusMonths(2)) && calendar.covers(nominal.plusMonths(1));
    }

    Terms terms() {
        return terms;
    }

    BusinessCalendar calendar() {
        return calendar;
    }

    private LocalDate asOfDate(LocalDate safe, AsOfRule rule) {
        return switch (rule.kind()) {
            case OPEN_DAYS_BEFORE -> calendar.openDaysBefore(safe, rule.count());
            case DAY_OF_MONTH -> dayOfMonthBefore(safe, rule.count());
        };
    }

    private static LocalDate dayOfMonthBefore(LocalDate safe, int day) {
        YearMonth month = YearMonth.from(safe);
        LocalDate date = Terms.clipped(month, day);
        return date.isBefore(safe) ? date : Terms.clipped(month.minusMonths(1), day);
    }
}
