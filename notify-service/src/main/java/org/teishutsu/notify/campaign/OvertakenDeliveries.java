package org.teishutsu.notify.campaign;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.teishutsu.notify.exposure.LedgerChanged;

/**
 * Drops what a new list or a closing overtakes together with it, so that nothing is sent that is not to be said any more.
 */
@Singleton
public class OvertakenDeliveries {

    private final Campaigns campaigns;
    private final DeliveryPlan plan;

    OvertakenDeliveries(Campaigns campaigns, DeliveryPlan plan) {
        this.campaigns = campaigns;
        this.plan = plan;
    }

    /** Of any campaign: a list of one incident can make an address shared that another one writes to. */
    void ledgerChanged(@Observes LedgerChanged event) {
        drop();
    }

    /** Joins the caller's transaction. */
    public void drop() {
        campaigns
                .in(CampaignState.RUNNING, CampaignState.COMPLETE)
                .forEach(campaign -> plan.dropOvertaken(campaign.id()));
    }
}
