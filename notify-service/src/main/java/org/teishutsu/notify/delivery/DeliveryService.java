package org.teishutsu.notify.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.problem.ProblemException;

/** Shows deliveries and settles by hand what is UNCERTAIN. */
@ApplicationScoped
class DeliveryService {

    private final Deliveries deliveries;

    DeliveryService(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Transactional
    List<DeliveryView> after(@Nullable UUID key, @Nullable UUID campaign, @Nullable DeliveryState state, int limit) {
        return deliveries.after(key == null ? new UUID(0, 0) : key, campaign, state, limit);
    }

    @Transactional
    DeliveryView get(UUID id) {
        return deliveries.get(id);
    }

    @Transactional
    DeliveryView resolve(UUID id, Resolution resolution, String by) {
        DeliveryState next = resolution.state().delivery();
        DeliveryState now = deliveries.get(id).state();
        if (now != DeliveryState.UNCERTAIN || !deliveries.resolve(id, next, by, resolution.ground())) {
            throw ProblemException.illegalTransition("delivery " + id, now, next);
        }
        return deliveries.get(id);
    }
}
