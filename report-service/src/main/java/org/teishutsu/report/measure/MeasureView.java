package org.teishutsu.report.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.BusinessCalendar;

/**
 * A measure with what had become of it at the instant asked for.
 *
 * @param revision what an edit names as looked at
 * @param stage the furthest stage that is done; null if none is
 * @param stages in their order, with the due dates that hold
 */
public record MeasureView(
        UUID id,
        UUID order,
        int revision,
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

        /** The last open day on which it can be done in time: what people plan and are reminded by. */
        @JsonProperty("safe")
        public @Nullable LocalDate safe() {
            return due == null ? null : BusinessCalendar.japan().openOnOrBefore(due);
        }
    }

    /** The first stage that is still to be done. */
    public Optional<StageView> next() {
        return stages.stream().filter(StageView::open).findFirst();
    }

    /** Its stage with a name, if it has one. */
    Optional<StageView> find(Stage wanted) {
        return stages.stream().filter(each -> each.stage() == wanted).findFirst();
    }

    /** The last verification of its effect, if there was one. */
    public Optional<ProgressView> effect() {
        return progress.stream().filter(entry -> entry.effect() != null).reduce((earlier, later) -> later);
    }
}
