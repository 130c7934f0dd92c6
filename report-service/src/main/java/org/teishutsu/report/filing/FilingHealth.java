package org.teishutsu.report.filing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.deadline.DeadlineView;

/**
 * Whether a report or an answer to the bureau is overdue: DOWN under {@code /q/health/well} and {@code /q/health}, never
 * under readiness, since the service is what helps to catch up.
 */
@Wellness
@ApplicationScoped
class FilingHealth implements HealthCheck {
    private final DeadlineService deadlines;
    private final Filings filings;
    private final BureauRequests requests;
    private final MeterRegistry meters;

    FilingHealth(DeadlineService deadlines, Filings filings, BureauRequests requests, MeterRegistry meters) {
        this.deadlines = deadlines;
        this.filings = filings;
        this.requests = requests;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        long pastSafe = pastSafe();
        long overdue = overdue();
        long unanswered = requests.overdue();
        return HealthCheckResponse.named("Filings and answers in time")
                .withData("pastInternalDeadline", pastSafe)
                .withData("overdue", overdue)
                .withData("waitingDrafts", filings.waiting())
                .withData("overdueRequests", unanswered)
                .status(pastSafe == 0 && overdue == 0 && unanswered == 0)
                .build();
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("filings.past.internal.deadline", this, health -> health.pastSafe())
                .description("Reports not with the bureau by 17:00 of their internal deadline")
                .register(meters);
        Gauge.builder("filings.overdue", this, health -> health.overdue())
                .description("Reports not with the bureau by their deadline")
                .register(meters);
        Gauge.builder("filings.waiting", this, health -> health.filings.waiting())
                .description("Drafts that wait for figures")
                .register(meters);
        Gauge.builder("filing.requests.overdue", this, health -> health.requests.overdue())
                .description("Requests of the bureau not answered by their date")
                .register(meters);
    }

    private long pastSafe() {
        return deadlines.open().stream().filter(DeadlineView::pastSafe).count();
    }

    private long overdue() {
        return deadlines.open().stream().filter(DeadlineView::overdue).count();
    }
}
