package org.teishutsu.report.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.teishutsu.report.platform.Prose;

/** What an officer enters of the firm's answer to the bureau. */
record NewAnswer(
        @NotBlank @Prose @Size(max = 4000) String text,
        @NotNull LocalDate answeredOn) {}
