package org.teishutsu.notify.campaign;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;

/** Where a campaign stands. */
enum CampaignState {
    DRAFT,
    APPROVED,
    RUNNING,
    PAUSED,
    COMPLETE,
    CANCELLED;

    private static final Map<CampaignState, Set<CampaignState>> NEXT = Map.of(
            DRAFT, Set.of(APPROVED, CANCELLED),
            APPROVED, Set.of(DRAFT, RUNNING, CANCELLED),
            RUNNING, Set.of(PAUSED, COMPLETE, CANCELLED),
            PAUSED, Set.of(RUNNING, CANCELLED),
            // by a late bounce or a later import
            COMPLETE, Set.of(RUNNING),
            CANCELLED, Set.of());

    boolean canGoTo(CampaignState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    CampaignState moveTo(CampaignState next, UUID campaign) {
        if (!canGoTo(next)) {
            throw ProblemException.illegalTransition("campaign " + campaign, this, next);
        }
        return next;
    }
}
