package org.teishutsu.report.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An incident as the other features and the API see it; {@code items} are in the catalogue's order. */
public record IncidentView(
        String code,
        String title,
        LocalDate occurredFrom,
        LocalDate occurredTo,
        Instant detectedAt,
        @Nullable Instant containedAt,
        @Nullable String population,
        List<String> items,
        Map<String, String> itemRemarks,
        List<NotLeaked> notLeaked,
        @Nullable String investigator,
        @Nullable String cause,
        @Nullable String description,
        List<BodyTold> bodiesTold,
        @Nullable String effectOnCustomers,
        @Nullable String contractors,
        Instant recordedAt,
        String by) {}
