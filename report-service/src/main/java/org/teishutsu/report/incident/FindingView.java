package org.teishutsu.report.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding as the other features and the API see it. */
public record FindingView(
        UUID id,
        String incident,
        FindingKind kind,
        String text,
        @Nullable String item,
        @Nullable String investigator,
        LocalDate on,
        @Nullable UUID corrects,
        Instant recordedAt,
        String by) {}
