package org.teishutsu.report.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One progress entry as the other features and the API see it.
 *
 * @param stage the stage that was done with it, if any
 * @param doneOn the day it was done; null exactly if there is no stage
 * @param effect what a verification found, if it was one
 */
public record ProgressView(
        UUID id,
        String text,
        @Nullable Stage stage,
        @Nullable LocalDate doneOn,
        @Nullable Effect effect,
        Instant recordedAt,
        String by) {}
