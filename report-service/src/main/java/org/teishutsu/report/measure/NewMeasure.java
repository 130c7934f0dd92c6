package org.teishutsu.report.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/** What an officer enters of a measure. */
record NewMeasure(
        @NotNull UUID order,
        @NotBlank @SingleLine @Size(max = 300) String title,
        @NotBlank @SingleLine @Size(max = 200) String owner,
        @NotEmpty List<@NotNull Integer> clauses,
        @NotBlank @Prose @Size(max = 4000) String verification,
        @NotEmpty List<@NotNull @Valid StagePlan> stages) {

    MeasurePlan plan() {
        return new MeasurePlan(title, owner, clauses, verification, stages, Map.of());
    }
}
