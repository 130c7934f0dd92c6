package org.teishutsu.notify.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.delivery.DeliveryCounts;
import org.teishutsu.notify.delivery.Dispatching;
import org.teishutsu.notify.delivery.MailCircuit;
import org.teishutsu.notify.delivery.MailDomains;
import org.teishutsu.notify.delivery.Mailing.Composed;
import org.teishutsu.notify.template.MessageData;

/** Shows what a campaign will say, how far it is, and who is left. */
@ApplicationScoped
class CampaignInsight {

    private final Campaigns campaigns;
    private final DeliveryPlan plan;
    private final FactsFreezer freezer;
    private final RunningMailings mailings;
    private final RestedAnswer<UUID, DeliveryCounts.Counts> counts;
    private final NotTold notTold;
    private final Dispatching dispatching;
    private final MailCircuit circuit;
    private final MailDomains domains;
    private final Clock clock;

    CampaignInsight(
            Campaigns campaigns,
            DeliveryPlan plan,
            FactsFreezer freezer,
            RunningMailings mailings,
            DeliveryCounts counts,
            NotTold notTold,
            Dispatching dispatching,
            MailCircuit circuit,
            MailDomains domains,
            Clock clock) {
        this.campaigns = campaigns;
        this.plan = plan;
        this.freezer = freezer;
        this.mailings = mailings;
        this.counts = new RestedAnswer<>(counts::of, System::nanoTime);
        this.notTold = notTold;
        this.dispatching = dispatching;
        this.circuit = circuit;
        this.domains = domains;
        this.clock = clock;
    }

    @Transactional
    Preview preview(UUID id, @Nullable UUID recipient) {
        Campaign campaign = campaigns.get(id);
        DeliveryPlan.Affected affected = plan.one(id, recipient)
                .orElseThrow(
                        () -> ProblemException.notFound("affected recipient", recipient == null ? "yet" : recipient));
        Composed message = mailings.message(campaign.templateId(), freezer.read(campaign.facts()))
                .compose(
                        new MessageData.Addressee(affected.name(), affected.legalEntity(), affected.inquiryNumber()),
                        mailings.told(affected.told()),
                        Jst.date(clock.instant()));
        return new Preview(
                affected.recipient(),
                affected.reason() == null ? Channel.EMAIL : Channel.LETTER,
                affected.reason(),
                message.subject(),
                message.body());
    }

    @Transactional
    Progress progress(UUID id) {
        Campaign campaign = campaigns.get(id);
        DeliveryCounts.Counts counted = counts.of(id);
        SortedMap<DeliveryState, Long> emails =
                Objects.requireNonNull(counted.deliveries().get(Channel.EMAIL));
        double perSecond = dispatching.perSecond(id);
        Forecast.Left left = new Forecast.Left(
                emails.getOrDefault(DeliveryState.QUEUED, 0L)
                        + emails.getOrDefault(DeliveryState.SENDING, 0L)
                        - counted.deferred(),
                counted.waitingForDomains(),
                counted.lastDue());
        return new Progress(
                id,
                campaign.state(),
                campaign.reason(),
                campaign.state() == CampaignState.RUNNING ? circuit.reason().orElse(null) : null,
                counted.deliveries(),
                counted.all(),
                counted.deferred(),
                counted.waitingForDomains(),
                domains.paused(),
                emails.getOrDefault(DeliveryState.UNCERTAIN, 0L),
                Math.round(perSecond * 10) / 10.0,
                counted.resent(),
                Forecast.of(campaign.state(), campaign.completeBy(), left, perSecond, clock.instant()));
    }

    /** Recipients not told yet, by reason; empty once everybody has been told. */
    @Transactional
    SortedMap<NotToldReason, Long> notTold(UUID id) {
        campaigns.get(id);
        return notTold.count(id);
    }
}
