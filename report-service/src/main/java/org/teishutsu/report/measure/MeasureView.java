package org.teishutsu.report.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure with what had become of it at the instant asked for.
 *
 * @param stage the furthest stage that is done; null if none is
 * @param stages in their order, with the due dates that hold
 */
public record MeasureView(
        UUID id,
        UUID order,
        String title,
        String owner,
        List<Integer> clauses,
        String verification,
        @Nullable Stage stage,
        List<StageView> stages,
        List<ProgressView> progress,
        List<SlipView> slips,
        Instant recordedAt,
        String by) {

    /**
     * One stage.
     *
     * @param due the date that holds, after every slip; null if the stage does not apply
     * @param firstDue the date first planned
     * @param passed whether it is done, itself or because a later stage is
     */
    public record StageView(
            Stage stage,
            @Nullable LocalDate due,
            @Nullable LocalDate firstDue,
            @Nullable LocalDate doneOn,
            @Nullable String notApplicableReason,
            boolean passed) {

        /** Whether it applies and is still to be done. */
        public boolean open() {
            return due != null && !passed;
        }

        /** Whether it was due before a day and is still to be done. */
        public boolean lateOn(LocalDate day) {
            return open() && due != null && due.isBefore(day);
        }
    }

    static MeasureView of(
            UUID id,
            UUID order,
            String title,
            String owner,
            String verification,
            List<Integer> clauses,
            List<StagePlan> plans,
            List<ProgressView> progress,
            List<SlipView> slips,
            Instant recordedAt,
            String by) {
        Stage furthest = progress.stream()
                .map(ProgressView::stage)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<StageView> stages = plans.stream()
                .map(plan -> stage(plan, progress, slips, furthest))
                .toList();
        return new MeasureView(
                id, order, title, owner, clauses, verification, furthest, stages, progress, slips, recordedAt, by);
    }

    /** The first stage that is still to be done. */
    public Optional<StageView> next() {
        return stages.stream().filter(StageView::open).findFirst();
    }

    private static StageView stage(
            StagePlan plan, List<ProgressView> progress, List<SlipView> slips, @Nullable Stage furthest) {
        LocalDate due = slips.stream()
                .filter(slip -> slip.stage() == plan.stage())
                .map(SlipView::newDue)
                .reduce((a, b) -> b)
                .orElse(plan.due());
        LocalDate doneOn = progress.stream()
                .filter(entry -> entry.stage() == plan.stage())
                .map(ProgressView::doneOn)
                .findFirst()
                .orElse(null);
        return new StageView(
                plan.stage(),
                due,
                plan.due(),
                doneOn,
                plan.notApplicableReason(),
                furthest != null && plan.stage().compareTo(furthest) <= 0);
    }
}
