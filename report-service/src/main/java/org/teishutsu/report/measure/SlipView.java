package org.teishutsu.report.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One delay of a stage as the other features and the API see it. */
public record SlipView(
        UUID id, Stage stage, LocalDate oldDue, LocalDate newDue, String reason, Instant recordedAt, String by) {}
