package org.teishutsu.report.firm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The firm as the other features and the API see it. */
public record FirmView(
        String name,
        String seat,
        String registrationNumber,
        @Nullable String corporateNumber,
        String representativeTitle,
        String representativeName,
        String contactDepartment,
        @Nullable String contactPerson,
        String contactPhone,
        @Nullable String contactEmail,
        @Nullable String deskPhone,
        @Nullable String deskHours,
        @Nullable String website,
        String bureauAddressee,
        Instant recordedAt,
        String by) {}
