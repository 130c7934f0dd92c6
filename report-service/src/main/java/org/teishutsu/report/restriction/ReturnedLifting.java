package org.teishutsu.report.restriction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** A lifting that an approver gave back with a reason; it never counted. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class ReturnedLifting extends RecordedFact {
    private UUID restrictionId;

    @Column(name = "until_at")
    private Instant until;

    private String confirmation;
    private Instant enteredAt;
    private String enteredBy;
    private String reason;

    protected ReturnedLifting() {}

    ReturnedLifting(UUID restrictionId, RestrictionView.LiftingView lifting, String reason, Instant now, String by) {
        super(now, by);
        this.restrictionId = restrictionId;
        this.until = lifting.until();
        this.confirmation = lifting.confirmation();
        this.enteredAt = lifting.recordedAt();
        this.enteredBy = lifting.by();
        this.reason = reason;
    }

    UUID restrictionId() {
        return restrictionId;
    }

    RestrictionView.ReturnedView view() {
        return new RestrictionView.ReturnedView(
                until, confirmation, enteredAt, enteredBy, reason, recordedAt(), recordedBy());
    }
}
