package org.teishutsu.report.firm;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.teishutsu.report.platform.RecordedFact;

/** The firm as it was recorded once; the last row recorded holds. */
@Entity
class Firm extends RecordedFact {
    @Embedded
    private FirmDetails details;

    protected Firm() {}

    Firm(FirmDetails details, Instant now, String by) {
        super(now, by);
        this.details = details;
    }

    FirmView view() {
        return new FirmView(
                details.name(),
                details.seat(),
                details.registrationNumber(),
                details.corporateNumber(),
                details.representativeTitle(),
                details.representativeName(),
                details.contactDepartment(),
                details.contactPerson(),
                details.contactPhone(),
                details.contactEmail(),
                details.deskPhone(),
                details.deskHours(),
                details.website(),
                details.bureauAddressee(),
                recordedAt(),
                recordedBy());
    }
}
