package org.teishutsu.notify.closing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** Recipients of whom one person proposes, and another agrees, that nobody tells them any more. */
@Entity
class Closing {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ClosingKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosingReason reason;

    private String ground;
    private @Nullable UUID campaignId;

    @Enumerated(EnumType.STRING)
    private @Nullable NotToldReason notTold;

    private boolean nothingLeft;
    private int members;
    private String digest;

    @Enumerated(EnumType.STRING)
    private ClosingState state;

    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant releasedAt;
    private @Nullable String releasedBy;
    private @Nullable Instant returnedAt;
    private @Nullable String returnedBy;
    private @Nullable String returnReason;

    @Version
    private long version;

    /** For Hibernate. */
    protected Closing() {}

    static Closing propose(ClosingRequest request, int members, String by, Instant now) {
        Closing closing = new Closing();
        closing.id = Ids.next();
        closing.kind = request.kind();
        closing.reason = request.reason();
        closing.ground = request.ground().strip();
        closing.campaignId = request.campaign();
        closing.notTold = request.notTold();
        closing.nothingLeft = request.onlyIfNothingLeft();
        closing.members = members;
        closing.digest = "";
        closing.state = ClosingState.PROPOSED;
        closing.recordedAt = now;
        closing.recordedBy = by;
        return closing;
    }

    /** What a release names: everything that was proposed, and everybody it is of. */
    void seal(String digestOfAll) {
        digest = digestOfAll;
    }

    /** What must hold before a second person's word counts. */
    void requireReleasable(String digestLookedAt, String by) {
        state.moveTo(ClosingState.RELEASED, name());
        Who.requireFourEyes(recordedBy, by, name());
        if (!digest.equals(digestLookedAt)) {
            throw new ProblemException(
                    ProblemType.CHANGED_SINCE, name() + " has the digest " + digest + ": look at it again");
        }
    }

    ProblemException changedSince(long changed) {
        return new ProblemException(
                ProblemType.CHANGED_SINCE,
                "Of " + changed + " on the list of " + name()
                        + " the items, or why they are not told, have changed since: give it back and propose anew");
    }

    void release(String by, Instant now) {
        state = state.moveTo(ClosingState.RELEASED, name());
        releasedAt = now;
        releasedBy = by;
    }

    void giveBack(String why, String by, Instant now) {
        state = state.moveTo(ClosingState.RETURNED, name());
        returnedAt = now;
        returnedBy = by;
        returnReason = why;
    }

    private String name() {
        return "closing " + id;
    }

    UUID id() {
        return id;
    }

    boolean isReleased() {
        return state == ClosingState.RELEASED;
    }

    @Nullable UUID campaign() {
        return campaignId;
    }

    @Nullable NotToldReason notTold() {
        return notTold;
    }

    boolean onlyIfNothingLeft() {
        return nothingLeft;
    }

    /** What the digest covers, but for the list. */
    String proposed() {
        return String.join(
                "\n",
                id.toString(),
                kind.name(),
                reason + "",
                ground,
                campaignId + "",
                notTold + "",
                nothingLeft + "",
                recordedBy);
    }

    ClosingView view(long lifted) {
        return new ClosingView(
                id,
                kind,
                reason,
                ground,
                campaignId,
                notTold,
                nothingLeft,
                members,
                lifted,
                state,
                digest,
                recordedAt,
                recordedBy,
                releasedAt,
                releasedBy,
                returnedAt,
                returnedBy,
                returnReason);
    }
}
