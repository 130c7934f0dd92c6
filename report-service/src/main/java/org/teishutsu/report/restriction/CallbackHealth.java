package org.teishutsu.report.restriction;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether those are reached who want to know of restrictions: one that is not may open accounts that must not be. */
@Wellness
@ApplicationScoped
class CallbackHealth implements HealthCheck {
    private final Announcements announcements;

    CallbackHealth(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public HealthCheckResponse call() {
        long stuck = announcements.stuck();
        return HealthCheckResponse.named("Callbacks of restrictions")
                .withData("notTaken", stuck)
                .status(stuck == 0)
                .build();
    }
}
