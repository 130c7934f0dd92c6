package org.teishutsu.notify.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.template.TemplateChannel;
import org.teishutsu.notify.template.TemplatePurpose;
import org.teishutsu.notify.template.TemplateService;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** By which wording campaigns correct what they said, and who is still to be corrected. */
@ApplicationScoped
class CorrectionService {

    private final Campaigns campaigns;
    private final CorrectionWordings wordings;
    private final CorrectionMessages messages;
    private final CorrectionsDue due;
    private final CorrectionExamples examples;
    private final TemplateService templates;
    private final FactsFreezer freezer;
    private final CampaignSweep sweep;
    private final Facts facts;

    CorrectionService(
            Campaigns campaigns,
            CorrectionWordings wordings,
            CorrectionMessages messages,
            CorrectionsDue due,
            CorrectionExamples examples,
            TemplateService templates,
            FactsFreezer freezer,
            CampaignSweep sweep,
            Facts facts) {
        this.campaigns = campaigns;
        this.wordings = wordings;
        this.messages = messages;
        this.due = due;
        this.examples = examples;
        this.templates = templates;
        this.freezer = freezer;
        this.sweep = sweep;
        this.facts = facts;
    }

    @Transactional
    CorrectionWordingView propose(UUID campaign, CorrectionWordingRequest request, String by) {
        CampaignFacts told = freezer.read(campaigns.get(campaign).facts());
        TemplateService.ApprovedText email =
                templates.approved(request.template(), TemplateChannel.EMAIL, TemplatePurpose.CORRECTION);
        CampaignRules.checkCorrection(email.text(), told, request.explained());
        String digests = email.digest();
        if (request.letterTemplate() != null) {
            TemplateService.ApprovedText letter =
                    templates.approved(request.letterTemplate(), TemplateChannel.LETTER, TemplatePurpose.CORRECTION);
            CampaignRules.checkCorrectingLetter(letter.text(), told, request.explained());
            digests += letter.digest();
        }
        CorrectionWording wording = CorrectionWording.propose(campaign, request, digests, by, facts.stamp());
        wordings.persist(wording);
        return wording.view();
    }

    /** From here on whoever was told too much is corrected by it: those who wait at once. */
    CorrectionWordingView approve(UUID campaign, UUID id, String digest, String by) {
        CorrectionWordingView approved = QuarkusTransaction.requiringNew().call(() -> {
            CorrectionWording wording = wordings.get(campaign, id);
            wording.approve(digest, by, facts.stamp());
            return wording.view();
        });
        sweep.planAll();
        return approved;
    }

    @Transactional
    List<CorrectionWordingView> wordings(UUID campaign) {
        campaigns.get(campaign);
        return wordings.of(campaign).stream().map(CorrectionWording::view).toList();
    }

    /**
     * What somebody who is still to be corrected would read by a wording; the first, if nobody is named.
     *
     * @throws ProblemException NOT_READY if nobody is to be corrected, or not the one who is named
     */
    @Transactional
    Preview preview(UUID campaign, UUID id, @Nullable UUID recipient) {
        CorrectionWording wording = wordings.get(campaign, id);
        CorrectionExamples.Example example = examples.of(campaign, recipient)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_READY, "there is nobody whom this would be written to"));
        return examples.preview(
                messages.message(wording, wording.templateId(), TemplateChannel.EMAIL), Channel.EMAIL, example);
    }

    @Transactional
    SortedMap<NotToldReason, Long> due(UUID campaign) {
        campaigns.get(campaign);
        return due.count(campaign);
    }

    @Transactional
    Page<NotToldView> due(UUID campaign, @Nullable NotToldReason reason, long after, int limit) {
        campaigns.get(campaign);
        boolean worded = wordings.inForce(campaign).isPresent();
        return Page.of(
                due.list().after(campaign, reason, after, limit + 1).stream()
                        .map(row -> NotToldView.of(row, row.next().whenCorrecting(worded)))
                        .toList(),
                limit,
                NotToldView::no);
    }
}
