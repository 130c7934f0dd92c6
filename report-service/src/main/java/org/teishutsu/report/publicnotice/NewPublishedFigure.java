package org.teishutsu.report.publicnotice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure the firm has published.
 *
 * @param notice the public notice that said it
 */
record NewPublishedFigure(
        @NotNull @PositiveOrZero Long number,
        @NotNull PublishedFigureView.Unit unit,
        @NotNull PublishedFigureView.Certainty certainty,
        @NotNull Instant publishedAt,
        @Nullable UUID notice) {}
