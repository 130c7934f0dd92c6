package org.teishutsu.report.publicnotice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * A figure the firm has published.
 *
 * @param notice the public notice that said it
 * @param explanation why it differs from what was said before, if it does
 */
record NewPublishedFigure(
        @NotNull @PositiveOrZero Long number,
        @NotNull PublishedFigureView.Unit unit,
        @NotNull PublishedFigureView.Certainty certainty,
        @NotNull Instant publishedAt,
        @Nullable UUID notice,
        @Prose @Size(max = 2000) @Nullable String explanation) {}
