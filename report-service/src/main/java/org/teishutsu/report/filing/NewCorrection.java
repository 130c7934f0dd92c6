package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * Why a filing that the bureau has is to be corrected.
 *
 * @param reason printed in である
 * @param asOf up to when facts are to count, so that what came to be known since is corrected; null leaves the filing's own
 */
record NewCorrection(
        @NotBlank @Prose @Size(max = 4000) String reason,
        @Nullable Instant asOf) {}
