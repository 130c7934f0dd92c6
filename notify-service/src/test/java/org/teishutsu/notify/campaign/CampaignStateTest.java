package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teishutsu.notify.campaign.CampaignState.APPROVED;
import static org.teishutsu.notify.campaign.CampaignState.CANCELLED;
import static org.teishutsu.notify.campaign.CampaignState.COMPLETE;
import static org.teishutsu.notify.campaign.CampaignState.DRAFT;
import static org.teishutsu.notify.campaign.CampaignState.PAUSED;
import static org.teishutsu.notify.campaign.CampaignState.RUNNING;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignStateTest {

    @Test
    void wholeMatrix() {
        Map<CampaignState, Set<CampaignState>> expected = Map.of(
                DRAFT, Set.of(APPROVED, CANCELLED),
                APPROVED, Set.of(DRAFT, RUNNING, CANCELLED),
                RUNNING, Set.of(PAUSED, COMPLETE, CANCELLED),
                PAUSED, Set.of(RUNNING, CANCELLED),
                COMPLETE, Set.of(RUNNING),
                CANCELLED, Set.of());
        for (CampaignState from : CampaignState.values()) {
            for (CampaignState to : CampaignState.values()) {
                assertThat(from.canGoTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(expected.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void refusalNamesBothStates() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> CANCELLED.moveTo(RUNNING, id))
                .hasMessage("campaign " + id + " is CANCELLED and cannot go to RUNNING");
    }
}
