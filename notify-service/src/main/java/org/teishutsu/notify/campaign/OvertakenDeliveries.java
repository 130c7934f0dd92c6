package org.teishutsu.notify.campaign;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.teishutsu.notify.exposure.LedgerChanged;

/** Drops what a new list overtakes together with the list, so that nothing is sent that the ledger no longer holds. */
@Singleton
class OvertakenDeliveries {

    private final Campaigns campaigns;
    private final DeliveryPlan plan;

    OvertakenDeliveries(Campaigns campaigns, DeliveryPlan plan) {
        this.campaigns = campaigns;
        this.plan = plan;
    }

    /** Of any campaign: a list of one incident can make an address shared that another one writes to. */
    void ledgerChanged(@Observes LedgerChanged event) {
        campaigns
                .in(CampaignState.RUNNING, CampaignState.COMPLETE)
                .forEach(campaign -> plan.dropOvertaken(campaign.id()));
    }
}
