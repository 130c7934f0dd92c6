package org.teishutsu.notify.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.letter.LetterReason;
import org.teishutsu.notify.report.IncidentFacts;

/**
 * A campaign as it is shown.
 *
 * @param digest of everything an approver looks at
 * @param planned recipients by first channel, by the ledger of this moment
 * @param noAddress recipients for whom nothing can be planned
 * @param reason why it is paused, cancelled or was given back
 */
record CampaignView(
        UUID id,
        String title,
        List<String> incidents,
        UUID template,
        @Nullable UUID letterTemplate,
        LocalDate completeBy,
        @Nullable Integer ratePerSecond,
        SortedMap<String, String> remarks,
        String damage,
        String measures,
        CampaignState state,
        @Nullable String reason,
        String digest,
        Planned planned,
        SortedMap<LetterReason, Long> letterReasons,
        long noAddress,
        Instant recordedAt,
        String by,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        List<CampaignRecords.CampaignEvent> events) {

    /** Recipients by the channel that is tried first. */
    record Planned(long email, long letter) {}

    static CampaignView of(
            Campaign campaign,
            CampaignFacts facts,
            DeliveryPlan.Counts counts,
            List<CampaignRecords.CampaignEvent> events) {
        return new CampaignView(
                campaign.id(),
                campaign.title(),
                facts.incidents().stream().map(IncidentFacts::code).toList(),
                campaign.templateId(),
                campaign.letterTemplateId(),
                campaign.completeBy(),
                campaign.ratePerSecond(),
                facts.remarks(),
                facts.damage(),
                facts.measures(),
                campaign.state(),
                campaign.reason(),
                campaign.digest(),
                new Planned(counts.email(), counts.letter()),
                counts.letterReasons(),
                counts.noAddress(),
                campaign.recordedAt(),
                campaign.recordedBy(),
                campaign.approvedAt(),
                campaign.approvedBy(),
                events);
    }
}
