package org.teishutsu.report.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.order.InstructionKind;
import org.teishutsu.report.order.InstructionView;

/**
 * An instruction about to change dates: what is open moves, what is settled stays.
 *
 * @param before the rule without the instruction
 * @param after the rule with it
 */
record Redating(MonthlyRule before, MonthlyRule after, InstructionView instruction) {

    /** Gives the OPEN deadlines their new dates; throws if the instruction cannot stand. */
    void apply(List<Deadline> deadlines) {
        if (instruction.kind() == InstructionKind.EXTENSION) {
            requireExtension(deadlines);
        }
        for (Deadline deadline : deadlines) {
            if (concerns(deadline.number())) {
                requireOpen(deadline);
                requireNotPast(deadline.number());
                requireKnownHolidays(deadline.number());
                deadline.redate(after.dates(deadline.number()));
            }
        }
    }

    private boolean concerns(int number) {
        return instruction.concerns(number) || !before.dates(number).equals(after.dates(number));
    }

    private static void requireOpen(Deadline deadline) {
        if (deadline.state() != DeadlineState.OPEN) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "Report %d is %s and its dates stay: an instruction can change later reports only"
                            .formatted(deadline.number(), deadline.state()));
        }
    }

    /** A date that lay behind us already when the bureau gave it is a slip of the pen. */
    private void requireNotPast(int number) {
        LocalDate nominal = after.nominal(number);
        if (!nominal.equals(before.nominal(number)) && nominal.isBefore(instruction.receivedOn())) {
            throw ProblemException.invalid(
                    "fromReport",
                    "report %d would be due on %s, before the instruction was received".formatted(number, nominal));
        }
    }

    private void requireKnownHolidays(int number) {
        LocalDate nominal = after.nominal(number);
        if (!after.covers(nominal)) {
            throw ProblemException.invalid(
                    "fromReport",
                    "report %d would be due on %s, where holidays are not known yet".formatted(number, nominal));
        }
    }

    /** Of a report that is planned, and to a day no bureau would mistake: a year on is a slip of the pen. */
    private void requireExtension(List<Deadline> deadlines) {
        int number = Objects.requireNonNull(instruction.fromReport());
        LocalDate extendedTo = Objects.requireNonNull(instruction.extendedTo());
        LocalDate nominal = before.nominal(number);
        if (deadlines.stream().noneMatch(deadline -> deadline.number() == number)) {
            throw ProblemException.invalid("fromReport", "report %d is not planned yet".formatted(number));
        }
        if (!extendedTo.isAfter(nominal) || extendedTo.isAfter(nominal.plusYears(1))) {
            throw ProblemException.invalid(
                    "extendedTo",
                    "must be after %s, when report %d is due, and at most a year later".formatted(nominal, number));
        }
    }
}
