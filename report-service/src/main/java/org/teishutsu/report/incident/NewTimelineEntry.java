package org.teishutsu.report.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * What an officer adds to a time line.
 *
 * @param corrects the entry this one takes the place of, if any
 */
record NewTimelineEntry(
        @NotNull Instant occurredAt,
        @NotBlank @Prose @Size(max = 4000) String text,
        @Nullable UUID corrects) {}
