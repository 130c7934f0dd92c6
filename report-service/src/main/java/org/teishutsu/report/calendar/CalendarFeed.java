package org.teishutsu.report.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.platform.RecordedFact;

/** An address under which a program may fetch the deadlines, until it is revoked. */
@Entity
class CalendarFeed extends RecordedFact {
    private String name;
    private @Nullable UUID orderId;

    @Column(name = "token_sha256")
    private String tokenSha256;

    private @Nullable Instant revokedAt;
    private @Nullable String revokedBy;

    protected CalendarFeed() {}

    CalendarFeed(String name, @Nullable UUID orderId, String tokenSha256, Instant now, String by) {
        super(now, by);
        this.name = name;
        this.orderId = orderId;
        this.tokenSha256 = tokenSha256;
    }

    @Nullable UUID orderId() {
        return orderId;
    }

    void revoke(Instant now, String by) {
        if (revokedAt != null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "The feed is REVOKED and cannot go to REVOKED");
        }
        revokedAt = now;
        revokedBy = by;
    }

    View view() {
        return new View(id(), name, orderId, recordedAt(), recordedBy(), revokedAt, revokedBy);
    }

    /**
     * A feed as the API shows it, without its token.
     *
     * @param order whose deadlines it has; null for those of all
     */
    record View(
            UUID id,
            String name,
            @Nullable UUID order,
            Instant recordedAt,
            String by,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy) {}
}
