package org.teishutsu.report.deadline;

import java.time.LocalDate;
import java.util.List;
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
        requireLaterThanBefore();
        for (Deadline deadline : deadlines) {
            if (concerns(deadline.number())) {
                requireOpen(deadline);
                requireNotPast(deadline.number());
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

    private void requireLaterThanBefore() {
        LocalDate extendedTo = instruction.extendedTo();
        Integer number = instruction.fromReport();
        if (instruction.kind() == InstructionKind.EXTENSION
                && extendedTo != null
                && number != null
                && !extendedTo.isAfter(before.nominal(number))) {
            throw ProblemException.invalid(
                    "extendedTo", "must be after %s, when report %d is due".formatted(before.nominal(number), number));
        }
    }
}
