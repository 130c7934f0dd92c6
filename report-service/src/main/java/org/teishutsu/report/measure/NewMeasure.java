package org.teishutsu.report.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
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

    void requireConsistent() {
        Set<Stage> seen = EnumSet.noneOf(Stage.class);
        @Nullable Stage last = null;
        for (StagePlan plan : stages) {
            if (!seen.add(plan.stage())) {
                throw ProblemException.invalid("stages", plan.stage() + " is there twice");
            }
            if (last != null && plan.stage().compareTo(last) < 0) {
                throw ProblemException.invalid("stages", plan.stage() + " must not come after " + last);
            }
            last = plan.stage();
        }
        if (clauses.stream().distinct().count() < clauses.size()) {
            throw ProblemException.invalid("clauses", "names one of them twice");
        }
    }
}
