package org.teishutsu.notify.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.delivery.Rates;
import org.teishutsu.notify.report.IncidentFacts;
import org.teishutsu.notify.template.TemplateChannel;
import org.teishutsu.notify.template.TemplatePurpose;
import org.teishutsu.notify.template.TemplateService;
import org.teishutsu.platform.time.Facts;

/** Takes a campaign from its draft to its end. What report-service is asked for is asked before any row is touched. */
@ApplicationScoped
class CampaignService {

    private final Campaigns campaigns;
    private final CampaignRecords records;
    private final DeliveryPlan plan;
    private final FactsFreezer freezer;
    private final TemplateService templates;
    private final CampaignSweep sweep;
    private final Facts facts;
    private final Rates rates;

    CampaignService(
            Campaigns campaigns,
            CampaignRecords records,
            DeliveryPlan plan,
            FactsFreezer freezer,
            TemplateService templates,
            CampaignSweep sweep,
            Facts facts,
            Rates rates) {
        this.rates = rates;
        this.campaigns = campaigns;
        this.records = records;
        this.plan = plan;
        this.freezer = freezer;
        this.templates = templates;
        this.sweep = sweep;
        this.facts = facts;
    }

    CampaignView draft(CampaignRequest request, String by) {
        Wordings wordings = wordings(request.template(), request.letterTemplate());
        CampaignFacts told = freezer.gather(
                request.incidents(),
                request.sortedRemarks(),
                Objects.requireNonNullElse(request.damage(), ""),
                Objects.requireNonNullElse(request.measures(), ""));
        wordings.check(told);
        Campaign.FrozenFacts frozen =
                freezer.freeze(told, request.title(), wordings.digest(), request.completeBy(), request.ratePerSecond());
        // Joins the transaction that keeps the Idempotency-Key: a key without its draft, or the other way round, lies.
        return QuarkusTransaction.joiningExisting().call(() -> {
            Campaign campaign = Campaign.draft(request, frozen, by, facts.stamp());
            campaigns.persistAndFlush(campaign);
            records.incidents(campaign.id(), told.incidents());
            records.happened(campaign, null, campaign.recordedAt(), by);
            return view(campaign);
        });
    }

    /** The draft takes over what report-service tells now, and stays a draft if that is not what was looked at. */
    CampaignView approve(UUID id, String digest, String by) {
        refresh(id);
        return QuarkusTransaction.requiringNew().call(() -> {
            Campaign campaign = campaigns.get(id);
            campaign.approve(digest, by, facts.stamp());
            return happened(campaign, null, by);
        });
    }

    private Wordings wordings(UUID template, @Nullable UUID letterTemplate) {
        return new Wordings(
                templates.approved(template, TemplateChannel.EMAIL, TemplatePurpose.NOTICE),
                letterTemplate == null
                        ? null
                        : templates.approved(letterTemplate, TemplateChannel.LETTER, TemplatePurpose.NOTICE));
    }

    /** What a campaign says by each channel. */
    private record Wordings(TemplateService.ApprovedText email, TemplateService.@Nullable ApprovedText letter) {
        void check(CampaignFacts told) {
            CampaignRules.check(email.text(), told);
            if (letter != null) {
                CampaignRules.checkLetter(letter.text(), told);
            }
        }

        String digest() {
            return letter == null ? email.digest() : email.digest() + letter.digest();
        }
    }

    private void refresh(UUID id) {
        Campaign campaign = QuarkusTransaction.requiringNew().call(() -> campaigns.get(id));
        if (campaign.state() != CampaignState.DRAFT) {
            return;
        }
        CampaignFacts before = freezer.read(campaign.facts());
        CampaignFacts now = freezer.gather(
                before.incidents().stream().map(IncidentFacts::code).toList(),
                before.remarks(),
                before.damage(),
                before.measures());
        Wordings wordings = wordings(campaign.templateId(), campaign.letterTemplateId());
        wordings.check(now);
        Campaign.FrozenFacts frozen = freezer.freeze(
                now, campaign.title(), wordings.digest(), campaign.completeBy(), campaign.ratePerSecond());
        QuarkusTransaction.requiringNew().run(() -> {
            campaigns.get(id).follow(frozen);
            records.incidents(id, now.incidents());
        });
    }

    @Transactional
    CampaignView giveBack(UUID id, String reason, String by) {
        return change(id, campaign -> campaign.giveBack(reason), reason, by);
    }

    CampaignView start(UUID id, String by) {
        QuarkusTransaction.requiringNew().run(() -> change(id, Campaign::start, null, by));
        sweep.plan(id);
        return get(id);
    }

    /** What was overtaken while it rested is dropped before a sender can see that it runs again. */
    CampaignView resume(UUID id, String by) {
        QuarkusTransaction.requiringNew().timeout(CampaignSweep.LONG_SECONDS).run(() -> {
            change(id, Campaign::resume, null, by);
            plan.plan(id);
        });
        return get(id);
    }

    @Transactional
    CampaignView pause(UUID id, @Nullable String reason, String by) {
        return change(id, campaign -> campaign.pause(reason), reason, by);
    }

    @Transactional
    CampaignView rate(UUID id, @Nullable Integer perSecond, String by) {
        Campaign campaign = campaigns.get(id);
        campaign.sendAt(perSecond);
        campaigns.flush();
        rates.campaignChanged(id, perSecond, by);
        return view(campaign);
    }

    /** What is in nobody's hands is cancelled here, what a sender holds by the sweep once it is given back. */
    CampaignView cancel(UUID id, String reason, String by) {
        QuarkusTransaction.requiringNew().run(() -> change(id, campaign -> campaign.cancel(reason), reason, by));
        sweep.cancelUnsent(id);
        return get(id);
    }

    private CampaignView change(UUID id, Consumer<Campaign> verb, @Nullable String reason, String by) {
        Campaign campaign = campaigns.get(id);
        verb.accept(campaign);
        return happened(campaign, reason, by);
    }

    private CampaignView happened(Campaign campaign, @Nullable String reason, String by) {
        campaigns.flush();
        records.happened(campaign, reason, facts.stamp(), by);
        return view(campaign);
    }

    @Transactional
    CampaignView get(UUID id) {
        return view(campaigns.get(id));
    }

    @Transactional
    List<CampaignView> after(@Nullable UUID key, int limit) {
        UUID after = key == null ? new UUID(0, 0) : key;
        return campaigns.find("id > ?1 order by id", after).range(0, limit).stream()
                .map(this::view)
                .toList();
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(
                campaign, freezer.read(campaign.facts()), plan.count(campaign.id()), records.events(campaign.id()));
    }

    @Transactional
    void requireExists(UUID id) {
        campaigns.get(id);
    }
}
