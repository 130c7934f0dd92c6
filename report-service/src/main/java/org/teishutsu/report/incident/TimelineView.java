package org.teishutsu.report.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a time line as the other features and the API see it. */
public record TimelineView(
        UUID id,
        String incident,
        Instant occurredAt,
        String text,
        @Nullable UUID corrects,
        Instant recordedAt,
        String by) {}
