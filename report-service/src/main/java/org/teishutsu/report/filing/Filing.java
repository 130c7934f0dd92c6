package org.teishutsu.report.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.platform.RecordedFact;

/**
 * One version of one report to the bureau; its verbs keep the order of states and the promise that nobody approves what
 * has changed since it was looked at.
 */
@Entity
class Filing extends RecordedFact {
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private FilingKind kind;

    private int number;

    @Column(name = "version_no")
    private int versionNo;

    @Enumerated(EnumType.STRING)
    private FilingState state;

    private Instant asOf;
    private LocalDate nominal;
    private LocalDate safe;
    private @Nullable String waiting;
    private @Nullable String figures;
    private @Nullable String drafted;
    private @Nullable Instant draftedAt;
    private @Nullable String changes;
    private @Nullable String content;
    private @Nullable String digest;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String releasedBy;
    private @Nullable Instant releasedAt;
    private @Nullable LocalDate boardDate;
    private @Nullable String boardResolution;
    private int releaseNo;
    private @Nullable UUID corrects;
    private @Nullable String correctionReason;
    private @Nullable String notNeededBecause;

    @Version
    private long version;

    protected Filing() {}

    Filing(DeadlineView deadline, Instant now, String by) {
        super(now, by);
        this.orderId = deadline.order();
        this.kind = FilingKind.of(deadline.number());
        this.number = deadline.number();
        this.versionNo = 1;
        this.state = FilingState.DRAFT;
        this.asOf = deadline.asOf();
        this.nominal = deadline.nominal();
        this.safe = deadline.safe();
        this.waiting = "The draft has not been written yet";
    }

    /** The next version of one that the bureau has. */
    Filing(Filing old, Instant asOf, String reason, Instant now, String by) {
        super(now, by);
        this.orderId = old.orderId;
        this.kind = old.kind;
        this.number = old.number;
        this.versionNo = old.versionNo + 1;
        this.state = FilingState.DRAFT;
        this.asOf = asOf;
        this.nominal = old.nominal;
        this.safe = old.safe;
        this.waiting = "The draft has not been written yet";
        this.corrects = old.id();
        this.correctionReason = reason;
    }

    UUID orderId() {
        return orderId;
    }

    FilingKind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    int versionNo() {
        return versionNo;
    }

    FilingState state() {
        return state;
    }

    Instant asOf() {
        return asOf;
    }

    LocalDate nominal() {
        return nominal;
    }

    LocalDate safe() {
        return safe;
    }

    /** The filing that this one corrects. */
    Optional<UUID> corrects() {
        return Optional.ofNullable(corrects);
    }

    Optional<String> correctionReason() {
        return Optional.ofNullable(correctionReason);
    }

    Optional<String> notNeededBecause() {
        return Optional.ofNullable(notNeededBecause);
    }

    /** Printed, and shown in lists. */
    String title() {
        return kind.title(number) + (versionNo == 1 ? "" : "（訂正報告書）");
    }

    Optional<String> waiting() {
        return Optional.ofNullable(waiting);
    }

    Optional<String> figures() {
        return Optional.ofNullable(figures);
    }

    Optional<String> drafted() {
        return Optional.ofNullable(drafted);
    }

    /** Up to when facts after the as-of instant are told. */
    Optional<Instant> draftedAt() {
        return Optional.ofNullable(draftedAt);
    }

    /** What the last writing changed. */
    Optional<String> changes() {
        return Optional.ofNullable(changes);
    }

    Optional<String> content() {
        return Optional.ofNullable(content);
    }

    Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    Optional<Instant> releasedAt() {
        return Optional.ofNullable(releasedAt);
    }

    int releaseNo() {
        return releaseNo;
    }

    /** Takes over what was drafted; what a draft waits for is told with it. */
    void write(String draftedJson, Instant until, @Nullable String figuresJson, @Nullable String waitsFor) {
        requireDraft();
        this.drafted = draftedJson;
        this.draftedAt = until;
        this.figures = figuresJson;
        this.waiting = waitsFor;
    }

    /** Whether its dates are still those that it was read with. */
    boolean isDated(FilingFacts.Period period) {
        return nominal.equals(period.nominal()) && safe.equals(period.safe()) && asOf.equals(period.asOf());
    }

    /** The bureau has moved the deadline: a draft follows it, as-of instant included, and is to be written anew. */
    boolean redate(DeadlineView deadline) {
        boolean stays =
                nominal.equals(deadline.nominal()) && safe.equals(deadline.safe()) && asOf.equals(deadline.asOf());
        if (stays || state != FilingState.DRAFT || corrects != null) {
            return false;
        }
        nominal = deadline.nominal();
        safe = deadline.safe();
        asOf = deadline.asOf();
        figures = null;
        drafted = null;
        draftedAt = null;
        content = null;
        digest = null;
        waiting = "The bureau has moved the deadline: the draft is written anew once its as-of instant has passed";
        return true;
    }

    /** There is nothing to write with yet. */
    void waitFor(String reason) {
        requireDraft();
        this.waiting = reason;
    }

    void changed(String changesJson) {
        this.changes = changesJson;
    }

    /** Takes over the composed content, texts and notes included. */
    void compose(String contentJson, String contentDigest) {
        this.content = contentJson;
        this.digest = contentDigest;
    }

    void requireDraft() {
        if (state != FilingState.DRAFT) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "The filing is " + state + " and cannot be changed: it would have to go to DRAFT first");
        }
    }

    void submitForReview() {
        state.moveTo(FilingState.IN_REVIEW);
        if (content == null) {
            throw new ProblemException(ProblemType.NOT_READY, "The filing has not been written yet: " + waiting);
        }
        state = state.moveTo(FilingState.IN_REVIEW);
    }

    void approve(String lookedAt, Instant now, String by) {
        state = mayMoveTo(FilingState.APPROVED, lookedAt);
        approvedBy = by;
        approvedAt = now;
    }

    /** Whether it may move on, and whether what was looked at is still what it is; gives the new state. */
    FilingState mayMoveTo(FilingState next, String lookedAt) {
        FilingState moved = state.moveTo(next);
        if (!lookedAt.equals(digest)) {
            throw new ProblemException(
                    ProblemType.CHANGED_SINCE, "The filing is not what the digest names: look at it again");
        }
        return moved;
    }

    void release(String lookedAt, LocalDate boardMet, String resolution, Instant now, String by) {
        requireNotApprover(by);
        state = mayMoveTo(FilingState.RELEASED, lookedAt);
        releasedBy = by;
        releasedAt = now;
        boardDate = boardMet;
        boardResolution = resolution;
        releaseNo++;
    }

    void requireNotApprover(String by) {
        if (by.equals(approvedBy)) {
            throw new ProblemException(
                    ProblemType.FOUR_EYES, "The filing was approved by " + by + " and must be released by another");
        }
    }

    void giveBack() {
        state = state.moveTo(FilingState.DRAFT);
        approvedBy = null;
        approvedAt = null;
        releasedBy = null;
        releasedAt = null;
        boardDate = null;
        boardResolution = null;
    }

    void submit() {
        state = state.moveTo(FilingState.SUBMITTED);
    }

    /** The duty has ended: what was not handed in is not needed any more. */
    boolean endDuty(LocalDate effectiveOn, String document) {
        boolean ends = nominal.isAfter(effectiveOn) && state.canMoveTo(FilingState.NOT_NEEDED);
        if (ends) {
            state = state.moveTo(FilingState.NOT_NEEDED);
            notNeededBecause = document;
        }
        return ends;
    }

    /** Whether what its checks found is settled. */
    boolean isApproved() {
        return approvedAt != null;
    }

    Release released() {
        return new Release(approvedBy, approvedAt, releasedBy, releasedAt, boardDate, boardResolution);
    }

    /** Who let it go, and when. */
    record Release(
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt,
            @Nullable LocalDate boardDate,
            @Nullable String boardResolution) {}
}
