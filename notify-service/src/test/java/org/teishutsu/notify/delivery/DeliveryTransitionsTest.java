package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.common.figures.DeliveryState.BOUNCED;
import static org.teishutsu.common.figures.DeliveryState.CANCELLED;
import static org.teishutsu.common.figures.DeliveryState.DELIVERED;
import static org.teishutsu.common.figures.DeliveryState.POSTED;
import static org.teishutsu.common.figures.DeliveryState.PRINTED;
import static org.teishutsu.common.figures.DeliveryState.QUEUED;
import static org.teishutsu.common.figures.DeliveryState.REJECTED;
import static org.teishutsu.common.figures.DeliveryState.RETURNED;
import static org.teishutsu.common.figures.DeliveryState.SENDING;
import static org.teishutsu.common.figures.DeliveryState.SENT;
import static org.teishutsu.common.figures.DeliveryState.UNCERTAIN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.figures.DeliveryState;

class DeliveryTransitionsTest {

    @Test
    void wholeMatrix() {
        Map<DeliveryState, Set<DeliveryState>> expected = Map.of(
                QUEUED, Set.of(SENDING, PRINTED, CANCELLED, BOUNCED),
                SENDING, Set.of(SENT, QUEUED, REJECTED, UNCERTAIN, BOUNCED),
                SENT, Set.of(DELIVERED, BOUNCED),
                DELIVERED, Set.of(BOUNCED),
                UNCERTAIN, Set.of(QUEUED, SENT, REJECTED, BOUNCED),
                PRINTED, Set.of(POSTED, CANCELLED),
                POSTED, Set.of(RETURNED),
                CANCELLED, Set.of(POSTED));
        for (DeliveryState from : DeliveryState.values()) {
            for (DeliveryState to : DeliveryState.values()) {
                assertThat(DeliveryTransitions.allowed(from, to))
                        .as("%s to %s", from, to)
                        .isEqualTo(expected.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void resolutionIsOnlyWhatAnUncertainDeliveryCanBecome() {
        for (Resolution.To to : Resolution.To.values()) {
            assertThat(DeliveryTransitions.allowed(UNCERTAIN, to.delivery())).isTrue();
        }
    }
}
