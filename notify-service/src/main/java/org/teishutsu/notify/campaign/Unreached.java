package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.teishutsu.common.figures.NotToldReason;

/** Whom a campaign has not told, for those who decide what is done about it. Joins the caller's transaction. */
@Singleton
public class Unreached {

    private final Campaigns campaigns;
    private final NotTold notTold;

    Unreached(Campaigns campaigns, NotTold notTold) {
        this.campaigns = campaigns;
        this.notTold = notTold;
    }

    /**
     * Those who are not told for one reason.
     *
     * @param nothingLeft only those for whom no channel is left to be tried
     */
    public Set<UUID> of(UUID campaign, NotToldReason reason, boolean nothingLeft) {
        campaigns.get(campaign);
        return notTold.list().recipients(campaign, reason, nothingLeft);
    }

    /** Refuses a campaign that is not there. */
    public void requireExists(UUID campaign) {
        campaigns.get(campaign);
    }
}
