package org.teishutsu.notify.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** One round of telling everybody affected by some incidents (個別通知). */
@Entity
class Campaign {

    @Id
    private UUID id;

    private String title;
    private UUID templateId;
    private @Nullable UUID letterTemplateId;
    private LocalDate completeBy;
    private @Nullable Integer ratePerSecond;
    private String facts;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    private @Nullable String reason;
    private String digest;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;

    @Version
    private long version;

    protected Campaign() {}

    static Campaign draft(CampaignRequest request, FrozenFacts frozen, String by, Instant now) {
        Campaign campaign = new Campaign();
        campaign.id = Ids.next();
        campaign.title = request.title();
        campaign.templateId = request.template();
        campaign.letterTemplateId = request.letterTemplate();
        campaign.completeBy = request.completeBy();
        campaign.ratePerSecond = request.ratePerSecond();
        campaign.facts = frozen.json();
        campaign.digest = frozen.digest();
        campaign.state = CampaignState.DRAFT;
        campaign.recordedAt = now;
        campaign.recordedBy = by;
        return campaign;
    }

    /** A draft follows what report-service tells; from its approval on nothing changes. */
    void follow(FrozenFacts now) {
        if (state == CampaignState.DRAFT) {
            facts = now.json();
            digest = now.digest();
        }
    }

    void approve(String digestLookedAt, String by, Instant now) {
        CampaignState next = state.moveTo(CampaignState.APPROVED, id);
        Who.requireFourEyes(recordedBy, by, "campaign " + id);
        if (!digest.equals(digestLookedAt)) {
            throw new ProblemException(
                    ProblemType.CHANGED_SINCE, "campaign " + id + " has the digest " + digest + ": look at it again");
        }
        state = next;
        approvedAt = now;
        approvedBy = by;
    }

    void giveBack(String why) {
        state = state.moveTo(CampaignState.DRAFT, id);
        reason = why;
        approvedAt = null;
        approvedBy = null;
    }

    void start() {
        if (state != CampaignState.APPROVED) {
            throw ProblemException.illegalTransition("campaign " + id, state, CampaignState.RUNNING);
        }
        run();
    }

    void resume() {
        if (state != CampaignState.PAUSED) {
            throw ProblemException.illegalTransition("campaign " + id, state, CampaignState.RUNNING);
        }
        run();
    }

    /** Somebody is to be told again, or for the first time, after all had been told. */
    void reopen() {
        run();
    }

    private void run() {
        state = state.moveTo(CampaignState.RUNNING, id);
        reason = null;
    }

    void pause(@Nullable String why) {
        state = state.moveTo(CampaignState.PAUSED, id);
        reason = why;
    }

    void complete() {
        state = state.moveTo(CampaignState.COMPLETE, id);
    }

    void cancel(String why) {
        state = state.moveTo(CampaignState.CANCELLED, id);
        reason = why;
    }

    /** A draft is drafted anew instead: its rate is part of what an approver looks at. */
    void sendAt(@Nullable Integer perSecond) {
        if (state == CampaignState.DRAFT || state == CampaignState.CANCELLED) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "campaign " + id + " is " + state + " and has no rate to change");
        }
        ratePerSecond = perSecond;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    UUID templateId() {
        return templateId;
    }

    @Nullable UUID letterTemplateId() {
        return letterTemplateId;
    }

    LocalDate completeBy() {
        return completeBy;
    }

    @Nullable Integer ratePerSecond() {
        return ratePerSecond;
    }

    String facts() {
        return facts;
    }

    CampaignState state() {
        return state;
    }

    @Nullable String reason() {
        return reason;
    }

    String digest() {
        return digest;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }

    /** Facts as they are stored, and the digest of everything an approver looks at. */
    record FrozenFacts(String json, String digest) {}
}
