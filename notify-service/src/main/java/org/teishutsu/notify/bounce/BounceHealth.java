package org.teishutsu.notify.bounce;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** DOWN under {@code /q/health/well} while a domain refuses many messages by its policy; says how many wait for a look. */
@Wellness
@ApplicationScoped
class BounceHealth implements HealthCheck {

    private final PolicyAlarms alarms;
    private final Bounces bounces;

    BounceHealth(PolicyAlarms alarms, Bounces bounces) {
        this.alarms = alarms;
        this.bounces = bounces;
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        List<PolicyAlarms.Alarm> current = alarms.current();
        return HealthCheckResponse.named("What came back")
                .withData("needALook", bounces.open())
                .withData("domainsThatRefuseByPolicy", current.size())
                .status(current.isEmpty())
                .build();
    }
}
