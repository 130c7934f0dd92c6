package org.teishutsu.notify.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** By which wording a campaign corrects what it said, and how the firm explains it; in force once a second person says so. */
@Entity
class CorrectionWording {

    @Id
    private UUID id;

    private UUID campaignId;
    private UUID templateId;
    private @Nullable UUID letterTemplateId;
    private String explanation;
    private String digest;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;

    @Version
    private long version;

    protected CorrectionWording() {}

    /** @param wordings digests of the templates */
    static CorrectionWording propose(
            UUID campaign, CorrectionWordingRequest request, String wordings, String by, Instant now) {
        CorrectionWording wording = new CorrectionWording();
        wording.id = Ids.next();
        wording.campaignId = campaign;
        wording.templateId = request.template();
        wording.letterTemplateId = request.letterTemplate();
        wording.explanation = request.explained();
        wording.digest = digest(campaign + "\u0000" + wordings + "\u0000" + request.explained());
        wording.recordedAt = now;
        wording.recordedBy = by;
        return wording;
    }

    private static String digest(String all) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void approve(String digestLookedAt, String by, Instant now) {
        if (approvedAt != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "correction wording " + id + " is approved already");
        }
        Who.requireFourEyes(recordedBy, by, "correction wording " + id);
        if (!digest.equals(digestLookedAt)) {
            throw new ProblemException(
                    ProblemType.CHANGED_SINCE,
                    "correction wording " + id + " has the digest " + digest + ": look at it again");
        }
        approvedAt = now;
        approvedBy = by;
    }

    UUID id() {
        return id;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID templateId() {
        return templateId;
    }

    @Nullable UUID letterTemplateId() {
        return letterTemplateId;
    }

    String explanation() {
        return explanation;
    }

    CorrectionWordingView view() {
        return new CorrectionWordingView(
                id,
                campaignId,
                templateId,
                letterTemplateId,
                explanation,
                digest,
                recordedAt,
                recordedBy,
                approvedAt,
                approvedBy);
    }
}
