package org.teishutsu.report.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * What an officer enters of a delay.
 *
 * @param revision the one that was looked at, if that matters
 */
record NewSlip(
        @NotNull Stage stage,
        @NotNull LocalDate newDue,
        @NotBlank @Prose @Size(max = 2000) String reason,
        @Nullable Integer revision) {}
