package org.teishutsu.report.firm;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.SingleLine;

/** What letters say of the firm; {@code bureauAddressee} with its honorific: 関東財務局長　殿. */
@Embeddable
record FirmDetails(
        @NotBlank @SingleLine @Size(max = 200) String name,
        @NotBlank @SingleLine @Size(max = 300) String seat,
        @NotBlank @SingleLine @Size(max = 200) String registrationNumber,

        @Pattern(regexp = "[0-9]{13}", message = "must be 13 digits") @Nullable String corporateNumber,

        @NotBlank @SingleLine @Size(max = 100) String representativeTitle,
        @NotBlank @SingleLine @Size(max = 100) String representativeName,
        @NotBlank @SingleLine @Size(max = 200) String contactDepartment,
        @SingleLine @Size(max = 100) @Nullable String contactPerson,
        @NotBlank @SingleLine @Size(max = 50) String contactPhone,
        @SingleLine @Size(max = 200) @Nullable String contactEmail,
        @SingleLine @Size(max = 50) @Nullable String deskPhone,
        @SingleLine @Size(max = 300) @Nullable String deskHours,
        @SingleLine @Size(max = 300) @Nullable String website,
        @NotBlank @SingleLine @Size(max = 200) String bureauAddressee) {}
