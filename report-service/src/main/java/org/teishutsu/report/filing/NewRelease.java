package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.teishutsu.report.platform.Prose;

/**
 * The representative's final approval.
 *
 * @param digest of what was looked at
 * @param boardResolution the board's, on its date
 */
record NewRelease(
        @NotBlank String digest,
        @NotNull LocalDate boardDate,
        @NotBlank @Prose @Size(max = 2000) String boardResolution) {}
