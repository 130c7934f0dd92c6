package org.teishutsu.notify.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.teishutsu.notify.delivery.DeliveryCounts;
import org.teishutsu.notify.delivery.UnsentDeliveries;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.Facts;

/**
 * Looks after campaigns in between: plans whoever is affected and has nothing planned, completes a campaign once
 * everybody has been told and nobody is to be corrected, and reopens it when that is no longer so. Asks the ledger every time, so a crash or a missed
 * run changes nothing.
 */
@Singleton
class CampaignSweep {

    private static final Logger LOG = Logger.getLogger(CampaignSweep.class);

    /** The plan is a matter of minutes; only the end of a campaign is looked for all the time. */
    private static final long PLAN_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    /** Millions in the ledger take their time. */
    static final int LONG_SECONDS = 3600;

    private static final int RESTS_PER_WORK = 20;
    private static final int WORTH_ANALYZING = 1000;

    private final Campaigns campaigns;
    private final CampaignRecords records;
    private final DeliveryPlan plan;
    private final DeliveryCounts counts;
    private final UnsentDeliveries unsent;
    private final NotTold notTold;
    private final CorrectionsDue corrections;
    private final Facts facts;
    private long nextPlan = System.nanoTime();
    private long nextSettling = System.nanoTime();
    private long nextCancelling = System.nanoTime();

    CampaignSweep(
            Campaigns campaigns,
            CampaignRecords records,
            DeliveryPlan plan,
            DeliveryCounts counts,
            UnsentDeliveries unsent,
            NotTold notTold,
            CorrectionsDue corrections,
            Facts facts) {
        this.campaigns = campaigns;
        this.records = records;
        this.plan = plan;
        this.counts = counts;
        this.unsent = unsent;
        this.notTold = notTold;
        this.corrections = corrections;
        this.facts = facts;
    }

    @Scheduled(every = "${campaign.watch:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        if (System.nanoTime() - nextPlan >= 0) {
            nextPlan = rested(PLAN_EVERY_NANOS, this::planAll);
        }
        if (System.nanoTime() - nextSettling >= 0) {
            nextSettling = rested(0, () -> each(this::settle, CampaignState.RUNNING, CampaignState.COMPLETE));
        }
        if (System.nanoTime() - nextCancelling >= 0) {
            nextCancelling = rested(0, () -> each(this::cancelLeft, CampaignState.CANCELLED));
        }
    }

    /** Does something and says when it may be done again: with millions in the ledger it takes its time. */
    private static long rested(long pauseNanos, Runnable work) {
        long start = System.nanoTime();
        work.run();
        long took = System.nanoTime() - start;
        return System.nanoTime() + Math.max(pauseNanos, RESTS_PER_WORK * took);
    }

    void planAll() {
        each(this::plan, CampaignState.RUNNING, CampaignState.COMPLETE);
    }

    /** One campaign that fails does not keep the others from theirs; it is looked at again next time. */
    private void each(Consumer<UUID> step, CampaignState... states) {
        for (UUID campaign : ids(states)) {
            try {
                step.accept(campaign);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "Campaign %s could not be looked after", campaign);
            }
        }
    }

    private List<UUID> ids(CampaignState... states) {
        return QuarkusTransaction.requiringNew()
                .call(() -> campaigns.in(states).stream().map(Campaign::id).toList());
    }

    /** Plans what is missing; two at once plan it once. */
    int plan(UUID campaign) {
        int planned = QuarkusTransaction.requiringNew().timeout(LONG_SECONDS).call(() -> plan.plan(campaign));
        if (planned > 0) {
            LOG.infof("Campaign %s: %d deliveries planned", campaign, planned);
        }
        if (planned >= WORTH_ANALYZING) {
            plan.analyze();
        }
        return planned;
    }

    void cancelUnsent(UUID campaign) {
        unsent.cancel(campaign);
    }

    /** What was in a sender's hands may come back as anything: put off, or refused with a letter in its place. */
    private void cancelLeft(UUID campaign) {
        if (counts.hasCancellable(campaign)) {
            cancelUnsent(campaign);
        }
    }

    /** Completes or reopens, by whether somebody is left, or is sent something once more. */
    private void settle(UUID id) {
        try {
            QuarkusTransaction.requiringNew().timeout(LONG_SECONDS).run(() -> {
                Campaign campaign = campaigns.get(id);
                boolean running = campaign.state() == CampaignState.RUNNING;
                if (running && counts.hasUnsent(id)) {
                    return;
                }
                boolean done =
                        notTold.count(id).isEmpty() && corrections.count(id).isEmpty() && !counts.hasUnsent(id);
                if (running == done) {
                    turn(campaign, done);
                }
            });
        } catch (OptimisticLockException somebodyElse) {
            LOG.debugf("Campaign %s was changed meanwhile", id);
        }
    }

    private void turn(Campaign campaign, boolean done) {
        if (done) {
            campaign.complete();
        } else {
            campaign.reopen();
        }
        campaigns.flush();
        records.happened(campaign, null, facts.stamp(), Who.SCHEDULER);
        LOG.infof("Campaign %s is %s", campaign.id(), campaign.state());
    }
}
