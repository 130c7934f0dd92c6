package org.teishutsu.notify.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The firm as messages sign for it, as report-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FirmFacts(
        String name,
        @Nullable String seat,
        @Nullable String registrationNumber,
        @Nullable String representativeTitle,
        @Nullable String representativeName,
        @Nullable String contactDepartment,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String deskPhone,
        @Nullable String deskHours,
        @Nullable String website) {}
