package org.teishutsu.report.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.BusinessCalendar;

/**
 * A measure as a list shows it: where it stands, without all that was ever said of it.
 *
 * @param stage the furthest stage that is done; null if none is
 * @param late the stages past their date, the earliest first
 */
record MeasureItem(
        UUID id,
        UUID order,
        int revision,
        String title,
        String owner,
        List<Integer> clauses,
        @Nullable Stage stage,
        List<StageNow> stages,
        List<Late> late,
        Instant recordedAt,
        String by) {

    /** One stage; {@code due} is null if it does not apply. */
    record StageNow(
            Stage stage, @Nullable LocalDate due, @Nullable LocalDate doneOn) {}

    /**
     * A stage past its date.
     *
     * @param openDays how many open days of government offices have begun since
     */
    record Late(Stage stage, LocalDate due, long openDays) {

        static Late of(Stage stage, LocalDate due, LocalDate today) {
            return new Late(stage, due, BusinessCalendar.japan().openDaysSince(due, today));
        }
    }

    static List<Late> late(List<StageNow> stages, LocalDate today) {
        return stages.stream()
                .filter(each -> each.doneOn() == null
                        && each.due() != null
                        && each.due().isBefore(today))
                .map(each -> Late.of(each.stage(), each.due(), today))
                .toList();
    }
}
