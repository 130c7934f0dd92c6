package org.teishutsu.report.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/**
 * What an officer makes of a measure.
 *
 * @param revision the one that was looked at; if there is a later one, nothing is changed and the answer says what is new
 */
record MeasureEdit(
        @NotNull Integer revision,
        @NotBlank @SingleLine @Size(max = 300) String title,
        @NotBlank @SingleLine @Size(max = 200) String owner,
        @NotEmpty List<@NotNull Integer> clauses,
        @NotBlank @Prose @Size(max = 4000) String verification,
        @NotEmpty List<@NotNull @Valid StagePlan> stages) {

    MeasurePlan plan(Map<String, SheetValue> extra) {
        return new MeasurePlan(title, owner, clauses, verification, stages, extra);
    }
}
