package org.teishutsu.notify.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.delivery.DeliveryCounts;
import org.teishutsu.notify.delivery.Dispatching;
import org.teishutsu.notify.delivery.MailCircuit;
import org.teishutsu.notify.delivery.MailDomains;
import org.teishutsu.notify.delivery.Mailing.Composed;
import org.teishutsu.notify.letter.Letter;
import org.teishutsu.notify.letter.LetterFile;
import org.teishutsu.notify.letter.LetterText;
import org.teishutsu.notify.letter.UnprintableLetterException;
import org.teishutsu.notify.template.WorstCase;
import org.teishutsu.platform.page.Page;

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
        return preview(campaign, affected(id, recipient));
    }

    /** By case what the recipient reads who is it. */
    @Transactional
    SortedMap<WorstCase, Preview> worstCases(UUID id) {
        Campaign campaign = campaigns.get(id);
        SortedMap<WorstCase, Preview> previews = new TreeMap<>();
        plan.worst(id).forEach((worst, recipient) -> previews.put(worst, preview(campaign, affected(id, recipient))));
        return previews;
    }

    /** The letter as it would be printed today, for one recipient. */
    @Transactional
    byte[] letter(UUID id, @Nullable UUID recipient) {
        DeliveryPlan.Affected affected = affected(id, recipient);
        LetterText text = mailings.letterMessage(id, null).letter(mailings.told(affected.told()), List.of(), today());
        try (LetterFile file = LetterFile.begin(mailings.head(affected.recipient(), clock.instant()))) {
            file.add(new Letter(
                    1,
                    affected.contact().postalCode(),
                    Objects.requireNonNullElse(affected.contact().address(), ""),
                    affected.contact().addressee(),
                    affected.addressee().honorific(),
                    affected.inquiryNumber(),
                    text));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        } catch (UnprintableLetterException unprintable) {
            throw new ProblemException(ProblemType.NOT_READY, unprintable.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeliveryPlan.Affected affected(UUID id, @Nullable UUID recipient) {
        return plan.one(id, recipient)
                .orElseThrow(
                        () -> ProblemException.notFound("affected recipient", recipient == null ? "yet" : recipient));
    }

    private LocalDate today() {
        return Jst.date(clock.instant());
    }

    private Preview preview(Campaign campaign, DeliveryPlan.Affected affected) {
        boolean letter = affected.reason() != null && campaign.letterTemplateId() != null;
        CampaignMessage wording = letter
                ? mailings.letterMessage(campaign.id(), null)
                : mailings.message(campaign.templateId(), freezer.read(campaign.facts()));
        Composed message = wording.compose(affected.addressee(), mailings.told(affected.told()), today());
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

    /** Them themselves; of one reason, if one is named. */
    @Transactional
    Page<NotToldView> notTold(UUID id, @Nullable NotToldReason reason, long after, int limit) {
        campaigns.get(id);
        return Page.of(
                notTold.list().after(id, reason, after, limit + 1).stream()
                        .map(NotToldView::of)
                        .toList(),
                limit,
                NotToldView::no);
    }
}
