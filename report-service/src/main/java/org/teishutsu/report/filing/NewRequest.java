package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/** What an officer enters of the bureau's request. */
record NewRequest(
        @NotNull BureauRequest.Kind kind,
        @NotBlank @SingleLine @Size(max = 200) String askedBy,
        @NotBlank @Prose @Size(max = 4000) String text,
        @NotNull LocalDate receivedOn,
        @NotNull LocalDate dueOn) {}
