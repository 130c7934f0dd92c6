package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.teishutsu.report.platform.Prose;

/**
 * An approver's reason for letting a failed check pass.
 *
 * @param note what the bureau reads about it, in である: an override shows in 提出用 by this note alone
 */
record NewOverride(
        @NotBlank @Prose @Size(max = 4000) String reason,
        @NotBlank @Prose @Size(max = 4000) String note) {}
