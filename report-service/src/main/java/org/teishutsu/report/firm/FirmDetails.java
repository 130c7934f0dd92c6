package org.teishutsu.report.firm;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What letters say of the firm; {@code bureauAddressee} with its honorific: 関東財務局長　殿. */
@Embeddable
record FirmDetails(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 300) String seat,
        @NotBlank @Size(max = 200) String registrationNumber,

        @Pattern(regexp = "[0-9]{13}", message = "must be 13 digits") @Nullable String corporateNumber,

        @NotBlank @Size(max = 100) String representativeTitle,
        @NotBlank @Size(max = 100) String representativeName,
        @NotBlank @Size(max = 200) String contactDepartment,
        @Size(max = 100) @Nullable String contactPerson,
        @NotBlank @Size(max = 50) String contactPhone,
        @Size(max = 200) @Nullable String contactEmail,
        @Size(max = 50) @Nullable String deskPhone,
        @Size(max = 300) @Nullable String deskHours,
        @Size(max = 300) @Nullable String website,
        @NotBlank @Size(max = 200) String bureauAddressee) {}
