package org.teishutsu.notify.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.template.MessageText;
import org.teishutsu.notify.template.TemplateChannel;
import org.teishutsu.notify.template.TemplatePurpose;
import org.teishutsu.notify.template.TemplateService;
import org.teishutsu.platform.drill.Drill;

/** What corrections are written with. */
@Singleton
class CorrectionMessages {

    /** A wording never changes; the catalogue's labels are good for so long. */
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    private final CorrectionWordings wordings;
    private final Campaigns campaigns;
    private final TemplateService templates;
    private final ItemCatalogues catalogues;
    private final FactsFreezer freezer;
    private final Drill drill;
    private final Map<UUID, Cached> cache = new ConcurrentHashMap<>();

    CorrectionMessages(
            CorrectionWordings wordings,
            Campaigns campaigns,
            TemplateService templates,
            ItemCatalogues catalogues,
            FactsFreezer freezer,
            Drill drill) {
        this.wordings = wordings;
        this.campaigns = campaigns;
        this.templates = templates;
        this.catalogues = catalogues;
        this.freezer = freezer;
        this.drill = drill;
    }

    private record Cached(CampaignMessage message, long madeAt) {}

    /** A wording of letters, and its template. */
    record Letter(UUID template, CampaignMessage message) {}

    /** For a sender, outside any transaction. */
    CampaignMessage email(UUID wording) {
        long now = System.nanoTime();
        Cached known = cache.get(wording);
        if (known != null && now - known.madeAt() < FRESH_NANOS) {
            return known.message();
        }
        CampaignMessage message = QuarkusTransaction.requiringNew().call(() -> {
            CorrectionWording stored = wordings.findById(wording);
            return message(stored, stored.templateId(), TemplateChannel.EMAIL);
        });
        cache.put(wording, new Cached(message, now));
        return message;
    }

    /**
     * By the wording in force.
     *
     * @param template if that names none; only then
     * @throws ProblemException NOT_READY if there is no wording
     */
    Letter letter(UUID campaign, @Nullable UUID template) {
        CorrectionWording wording = wordings.inForce(campaign)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_READY, "no wording of corrections is approved for campaign " + campaign));
        UUID chosen = LetterWordings.chosen(wording.letterTemplateId(), template);
        CampaignFacts facts = freezer.read(campaigns.get(campaign).facts());
        MessageText text = templates
                .approved(chosen, TemplateChannel.LETTER, TemplatePurpose.CORRECTION)
                .text();
        CampaignRules.checkCorrectingLetter(text, facts, wording.explanation());
        return new Letter(chosen, message(wording, chosen, TemplateChannel.LETTER));
    }

    CampaignMessage message(CorrectionWording wording, UUID template, TemplateChannel channel) {
        return new CampaignMessage(
                templates
                        .approved(template, channel, TemplatePurpose.CORRECTION)
                        .text(),
                freezer.read(campaigns.get(wording.campaignId()).facts()),
                catalogues.current(),
                drill.active(),
                wording.explanation());
    }
}
