package org.teishutsu.report.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.measure.MeasureView.StageView;

/** What may be recorded of a measure as it stands. */
final class MeasureRules {
    private MeasureRules() {}

    /** A stage is done after those before it, on a day that has come. */
    static void requireNextDone(
            MeasureView measure, Stage stage, LocalDate doneOn, LocalDate notBefore, LocalDate today) {
        requireOpen(measure, stage);
        for (StageView before : measure.stages()) {
            if (before.stage().compareTo(stage) >= 0) {
                break;
            }
            if (before.open()) {
                throw new ProblemException(
                        ProblemType.ILLEGAL_TRANSITION,
                        "The stage %s comes before %s and is not DONE: record that first"
                                .formatted(before.stage(), stage));
            }
            if (before.doneOn() != null && doneOn.isBefore(before.doneOn())) {
                throw ProblemException.invalid(
                        "doneOn", "must not be before %s, when %s was done".formatted(before.doneOn(), before.stage()));
            }
        }
        if (doneOn.isAfter(today)) {
            throw ProblemException.invalid("doneOn", "must not lie in the future");
        }
        if (doneOn.isBefore(notBefore)) {
            throw ProblemException.invalid("doneOn", "must not be before the incident, " + notBefore);
        }
    }

    /** The date by which an open stage is due now. */
    static LocalDate requireOpen(MeasureView measure, Stage stage) {
        StageView found = measure.find(stage)
                .orElseThrow(() -> ProblemException.invalid("stage", "the measure has no stage " + stage));
        if (found.due() == null) {
            throw ProblemException.invalid("stage", stage + " does not apply to this measure");
        }
        if (found.passed()) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "The stage " + stage + " is DONE and cannot go to DONE or be late");
        }
        return found.due();
    }

    /** What is done stays, a later date needs its reason, and no stage is silently dropped. */
    static void requireEdit(MeasureView measure, List<StagePlan> plans) {
        for (StageView stage : measure.stages()) {
            StagePlan plan = find(plans, stage.stage())
                    .orElseThrow(() -> ProblemException.invalid(
                            "stages", stage.stage() + " cannot be taken away: say why it does not apply"));
            LocalDate due = stage.due();
            if (stage.passed() && due != null && !due.equals(plan.due())) {
                throw ProblemException.invalid("stages", stage.stage() + " is done and its date stays " + due);
            }
            if (due != null && plan.due() != null && plan.due().isAfter(due)) {
                throw ProblemException.invalid(
                        "stages",
                        "%s is due on %s: a later date is a slip, record it with its reason"
                                .formatted(stage.stage(), due));
            }
        }
        for (StagePlan plan : plans) {
            boolean added = measure.find(plan.stage()).isEmpty();
            if (added && measure.stage() != null && plan.stage().compareTo(measure.stage()) < 0) {
                throw ProblemException.invalid(
                        "stages", "%s would come before %s, which is done".formatted(plan.stage(), measure.stage()));
            }
        }
    }

    private static Optional<StagePlan> find(List<StagePlan> plans, Stage stage) {
        return plans.stream().filter(each -> each.stage() == stage).findFirst();
    }
}
