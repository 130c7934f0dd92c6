package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * An approver's reason for letting a failed check pass.
 *
 * @param note what the bureau reads about it, in である; nothing if null
 */
record NewOverride(
        @NotBlank @Prose @Size(max = 4000) String reason,
        @Prose @Size(max = 4000) @Nullable String note) {}
