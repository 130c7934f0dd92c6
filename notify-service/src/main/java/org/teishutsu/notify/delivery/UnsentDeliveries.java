package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.util.UUID;

/** What has not been sent, for those who decide that it shall not be. */
@Singleton
public class UnsentDeliveries {

    private final Upkeep upkeep;

    UnsentDeliveries(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    /** Cancels everything of a campaign that is in nobody's hands; says how many. */
    public int cancel(UUID campaign) {
        return upkeep.cancel(campaign);
    }
}
