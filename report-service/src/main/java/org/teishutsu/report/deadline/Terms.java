package org.teishutsu.report.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.teishutsu.report.deadline.DeadlineDates.Reading;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.InstructionKind;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.Roll;

/**
 * What the order and the bureau's instructions say about each report. Of several instructions about the same thing the
 * one recorded last counts; a new day or interval also ends an earlier extension of a report it concerns. A correction has
 * the place of the entry it corrects.
 *
 * @param anchor the date the order fixes for the first report
 * @param instructions those that stand, in the order they were recorded, corrections in the place of what they correct
 */
record Terms(LocalDate anchor, int intervalMonths, AsOfRule asOfRule, List<InstructionView> instructions) {
    Terms {
        if (intervalMonths < 1) {
            throw new IllegalArgumentException("interval must be 1 month or more, was " + intervalMonths);
        }
        instructions = List.copyOf(instructions);
    }

    /** The date before any rest day is looked at (提出期限). */
    LocalDate nominal(int number) {
        return extension(number).map(InstructionView::extendedTo).orElseGet(() -> regular(number));
    }

    /** The date without any extension: what the series goes on from. */
    LocalDate regular(int number) {
        return day(number)
                .map(day -> clipped(YearMonth.from(inMonth(number)), day))
                .orElseGet(() -> inMonth(number));
    }

    Reading reading(int number) {
        if (extension(number).isPresent()) {
            return Reading.EXTENDED;
        }
        LocalDate nominal = nominal(number);
        if (nominal.getDayOfMonth() < day(number).orElse(anchor.getDayOfMonth())) {
            return Reading.CLIPPED;
        }
        boolean mayMeanMonthEnd = day(number).isEmpty() && isMonthEnd(anchor);
        return mayMeanMonthEnd && !isMonthEnd(nominal) ? Reading.EARLIER_OF_TWO : Reading.PLAIN;
    }

    /** Months from the anchor: each report comes its interval after the one before it. */
    int months(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number must not be negative, was " + number);
        }
        int months = 0;
        for (int each = 1; each <= number; each++) {
            months += interval(each);
        }
        return months;
    }

    int interval(int number) {
        return last(InstructionKind.INTERVAL, number)
                .map(InstructionView::intervalMonths)
                .orElse(intervalMonths);
    }

    Optional<Integer> day(int number) {
        return last(InstructionKind.DAY_OF_MONTH, number).map(InstructionView::dayOfMonth);
    }

    AsOfRule asOfRule(int number) {
        return last(InstructionKind.AS_OF, number)
                .map(InstructionView::asOfRule)
                .orElse(asOfRule);
    }

    Optional<Roll> roll(int number) {
        return last(InstructionKind.ROLL, number).map(InstructionView::roll);
    }

    Optional<InstructionView> extension(int number) {
        Optional<InstructionView> extension = last(InstructionKind.EXTENSION, number);
        int at = extension.map(instructions::indexOf).orElse(-1);
        boolean overtaken = at >= 0
                && instructions.subList(at, instructions.size()).stream()
                        .filter(each ->
                                each.kind() == InstructionKind.INTERVAL || each.kind() == InstructionKind.DAY_OF_MONTH)
                        .anyMatch(each -> each.concerns(number));
        return overtaken ? Optional.empty() : extension;
    }

    Optional<InstructionView> last(InstructionKind kind, int number) {
        return instructions.stream()
                .filter(each -> each.kind() == kind && each.concerns(number))
                .reduce((earlier, later) -> later);
    }

    private LocalDate inMonth(int number) {
        return anchor.plusMonths(months(number));
    }

    private static boolean isMonthEnd(LocalDate date) {
        return date.equals(YearMonth.from(date).atEndOfMonth());
    }

    static LocalDate clipped(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
