package org.teishutsu.notify.merge;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** Somebody without a customer number who looks like a customer, and what two people made of it. */
@Entity
class MergeProposal {

    @Id
    private UUID id;

    private UUID recipientId;
    private UUID customerId;
    private String[] alike;

    @Enumerated(EnumType.STRING)
    private MergeState state;

    private Instant recordedAt;
    private @Nullable String reason;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant releasedAt;
    private @Nullable String releasedBy;

    @Version
    private long version;

    /** For Hibernate; proposals are made in bulk, by SQL. */
    protected MergeProposal() {}

    void decide(boolean merge, String why, String by, Instant now) {
        moveTo(merge ? MergeState.TO_MERGE : MergeState.TO_KEEP_APART);
        reason = why;
        decidedAt = now;
        decidedBy = by;
    }

    /** Whoever decided takes it back: the question is open again. */
    void reopen(String by) {
        state.moveTo(MergeState.OPEN, name());
        if (!by.equals(decidedBy)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The decision on " + name() + " is " + decidedBy
                            + "'s to take back; whoever does not agree does not release it");
        }
        moveTo(MergeState.OPEN);
        reason = null;
        decidedAt = null;
        decidedBy = null;
    }

    void overtake() {
        moveTo(MergeState.OVERTAKEN);
    }

    /** What must hold before a second person's word counts. Returns whether they are to be merged. */
    boolean requireReleasable(String by) {
        boolean merge = state != MergeState.TO_KEEP_APART;
        state.moveTo(merge ? MergeState.MERGED : MergeState.KEPT_APART, name());
        Who.requireFourEyes(decidedBy, by, name());
        return merge;
    }

    void release(String by, Instant now) {
        moveTo(requireReleasable(by) ? MergeState.MERGED : MergeState.KEPT_APART);
        releasedAt = now;
        releasedBy = by;
    }

    ProblemException changedSince() {
        return new ProblemException(
                ProblemType.CHANGED_SINCE, name() + " is not what was looked at: something has changed; look again");
    }

    ProblemException wouldBeUnreachable() {
        return new ProblemException(
                ProblemType.NOT_READY,
                name() + " cannot be released: the customer " + customerId + " has neither e-mail nor address, and "
                        + recipientId + " has; merged, nobody could be told. Keep them apart");
    }

    private void moveTo(MergeState next) {
        state = state.moveTo(next, name());
    }

    private String name() {
        return "merge proposal " + id;
    }

    UUID id() {
        return id;
    }

    UUID recipient() {
        return recipientId;
    }

    UUID customer() {
        return customerId;
    }

    /** What a release names, but for the two parties as they stand. */
    String decision() {
        return String.join("\n", id.toString(), state.name(), reason + "", decidedBy + "");
    }

    MergeView view(MergeView.Side recipient, MergeView.Side customer, String digest) {
        return new MergeView(
                id,
                state,
                List.of(alike),
                recipient,
                customer,
                digest,
                recordedAt,
                reason,
                decidedAt,
                decidedBy,
                releasedAt,
                releasedBy);
    }
}
