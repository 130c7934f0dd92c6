package org.teishutsu.notify.delivery;

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
import org.teishutsu.common.figures.DeliveryState;

/** Which state of a delivery can follow which. */
final class DeliveryTransitions {

    private static final Map<DeliveryState, Set<DeliveryState>> NEXT = Map.ofEntries(
            // BOUNCED: a copy that the server had came back before the next one went out
            Map.entry(QUEUED, Set.of(SENDING, PRINTED, CANCELLED, BOUNCED)),
            // QUEUED: refused for now, or given back unsent
            Map.entry(SENDING, Set.of(SENT, QUEUED, REJECTED, UNCERTAIN, BOUNCED)),
            Map.entry(SENT, Set.of(DELIVERED, BOUNCED)),
            Map.entry(DELIVERED, Set.of(BOUNCED)),
            // REJECTED: a late answer of the mail server
            Map.entry(UNCERTAIN, Set.of(QUEUED, SENT, REJECTED, BOUNCED)),
            Map.entry(PRINTED, Set.of(POSTED, CANCELLED)),
            Map.entry(POSTED, Set.of(RETURNED)),
            Map.entry(BOUNCED, Set.of()),
            Map.entry(REJECTED, Set.of()),
            Map.entry(RETURNED, Set.of()),
            // POSTED: a letter that was printed, cancelled, and posted all the same
            Map.entry(CANCELLED, Set.of(POSTED)));

    private DeliveryTransitions() {}

    static boolean allowed(DeliveryState from, DeliveryState to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }
}
