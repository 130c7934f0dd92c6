package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.platform.RecordedFact;

/**
 * Somebody acts in an approver's or the representative's place (職務代行): from, until, for which order, by whom. It can be
 * ended early and is never changed otherwise.
 */
@Entity
class Delegation extends RecordedFact {
    @Enumerated(EnumType.STRING)
    private Role role;

    private String delegate;
    private Instant validFrom;
    private Instant validUntil;
    private @Nullable UUID orderId;
    private String reason;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;

    protected Delegation() {}

    Delegation(NewDelegation entered, Instant now, String by) {
        super(now, by);
        if (by.equals(entered.to())) {
            throw new ProblemException(ProblemType.FOUR_EYES, "Nobody delegates to oneself");
        }
        if (!entered.until().isAfter(entered.from())) {
            throw ProblemException.invalid("until", "must be after from");
        }
        this.role = entered.role();
        this.delegate = entered.to();
        this.validFrom = entered.from();
        this.validUntil = entered.until();
        this.orderId = entered.order();
        this.reason = entered.reason();
    }

    /** Whether it lets somebody act for an order at an instant. */
    boolean lets(String user, Role as, UUID order, Instant at) {
        return delegate.equals(user)
                && role == as
                && (orderId == null || orderId.equals(order))
                && !at.isBefore(validFrom)
                && at.isBefore(
                        Optional.ofNullable(endedAt).filter(validUntil::isAfter).orElse(validUntil));
    }

    void end(Instant now, String by) {
        if (endedAt != null || !now.isBefore(validUntil)) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "The delegation has ended already");
        }
        endedAt = now;
        endedBy = by;
    }

    Role role() {
        return role;
    }

    View view() {
        return new View(
                id(),
                role,
                delegate,
                validFrom,
                validUntil,
                orderId,
                reason,
                endedAt,
                endedBy,
                recordedAt(),
                recordedBy());
    }

    /** In whose place somebody can act. */
    enum Role {
        APPROVER,
        REPRESENTATIVE
    }

    /**
     * A delegation as the API shows it.
     *
     * @param order for which it holds; null for all
     * @param by who delegates
     */
    record View(
            UUID id,
            Role role,
            String to,
            Instant from,
            Instant until,
            @Nullable UUID order,
            String reason,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            Instant recordedAt,
            String by) {}
}
