package org.teishutsu.report.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Told inside the transaction that records a release, so that what it ends ends with it. */
public record OrderReleased(UUID order, String document, LocalDate effectiveOn, Instant at, String by) {}
