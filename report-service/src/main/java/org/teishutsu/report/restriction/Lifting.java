package org.teishutsu.report.restriction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** The end of a restriction; it counts once a second person has approved it. */
@Entity
@Table(name = "restriction_lifting")
class Lifting {
    @Id
    private UUID restrictionId;

    @Column(name = "until_at")
    private Instant until;

    private String confirmation;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;

    @Version
    private long version;

    protected Lifting() {}

    Lifting(UUID restrictionId, NewLifting entered, Instant now, String by) {
        this.restrictionId = restrictionId;
        this.until = entered.until();
        this.confirmation = entered.confirmation();
        this.recordedAt = now;
        this.recordedBy = by;
    }

    UUID restrictionId() {
        return restrictionId;
    }

    void approve(Instant now, String by) {
        Who.requireFourEyes(recordedBy, by, "The lifting");
        if (approvedAt != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "The lifting is APPROVED and cannot go to APPROVED");
        }
        approvedAt = now;
        approvedBy = by;
    }

    /** What was approved has been told to the account-opening system and stands. */
    void requireReturnable() {
        if (approvedAt != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "The lifting is APPROVED and cannot go to RETURNED");
        }
    }

    RestrictionView.LiftingView view() {
        return new RestrictionView.LiftingView(until, confirmation, recordedAt, recordedBy, approvedAt, approvedBy);
    }
}
