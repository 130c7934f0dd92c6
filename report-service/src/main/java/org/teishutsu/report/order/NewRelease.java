package org.teishutsu.report.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.teishutsu.report.platform.SingleLine;

/** What an officer enters of a release, from the bureau's document. */
record NewRelease(
        @NotBlank @SingleLine @Size(max = 300) String document,
        @NotNull LocalDate effectiveOn) {}
