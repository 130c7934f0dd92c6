package org.teishutsu.report.measure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/** What an officer enters of a measure's progress, printed in filings as it stands. */
record NewProgress(
        @NotBlank @Prose @Size(max = 4000) String text,
        @Nullable Stage stage,
        @Nullable LocalDate doneOn) {

    @AssertTrue(message = "stage and doneOn go together") boolean isStageWithItsDay() {
        return (stage == null) == (doneOn == null);
    }
}
