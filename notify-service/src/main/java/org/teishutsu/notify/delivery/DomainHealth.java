package org.teishutsu.notify.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The alarm when recipients' domains refuse us by policy: DOWN under {@code /q/health/well}; says how many, not which. */
@Wellness
@ApplicationScoped
class DomainHealth implements HealthCheck {

    private final MailDomains domains;
    private final MeterRegistry meters;

    DomainHealth(MailDomains domains, MeterRegistry meters) {
        this.domains = domains;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        int paused = domains.paused();
        return HealthCheckResponse.named("Recipients' domains take our mail")
                .withData("paused", paused)
                .status(paused == 0)
                .build();
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("mail.domains.paused", domains, MailDomains::paused)
                .description("Recipients' domains that refuse us by policy and rest")
                .register(meters);
    }
}
