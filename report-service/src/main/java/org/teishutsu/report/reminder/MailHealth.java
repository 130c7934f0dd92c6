package org.teishutsu.report.reminder;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the firm's own people get their mails: a reminder that waits is seen under {@code /q/health/well}. */
@Wellness
@ApplicationScoped
class MailHealth implements HealthCheck {
    private final MailOutbox outbox;
    private final MeterRegistry meters;

    MailHealth(MailOutbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        long stuck = outbox.stuck();
        return HealthCheckResponse.named("Mails to the firm's own people")
                .withData("notTaken", stuck)
                .status(stuck == 0)
                .build();
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("staff.mail.stuck", outbox::stuck)
                .description("Mails to the firm's own people that no server has taken though it was tried")
                .register(meters);
    }
}
