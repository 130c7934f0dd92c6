package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The representative's final approval.
 *
 * @param digest of what was looked at
 * @param boardResolution the board's, on its date
 */
record NewRelease(
        @NotBlank String digest,
        @NotNull LocalDate boardDate,
        @NotBlank @Size(max = 2000) String boardResolution) {}
