package org.teishutsu.report.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The alarm of the last reading: DOWN under {@code /q/health/well} and {@code /q/health}, never under readiness, since a
 * service taken away because one file was altered could not even say so.
 */
@Wellness
@ApplicationScoped
class EvidenceHealth implements HealthCheck {
    private final EvidenceChecks checks;
    private final MeterRegistry meters;

    EvidenceHealth(EvidenceChecks checks, MeterRegistry meters) {
        this.checks = checks;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Evidence files as they came in");
        Optional<CheckView> latest = checks.latest();
        latest.ifPresent(
                check -> answer.withData("checkedAt", check.recordedAt().toString())
                        .withData("files", check.files())
                        .withData("altered", count(check, Finding.Kind.ALTERED))
                        .withData("missing", count(check, Finding.Kind.MISSING))
                        .withData("unreadable", count(check, Finding.Kind.UNREADABLE)));
        return answer.status(latest.isEmpty() || latest.get().findings().isEmpty())
                .build();
    }

    void register(@Observes StartupEvent start) {
        for (Finding.Kind kind : Finding.Kind.values()) {
            Gauge.builder("evidence.findings", () -> found(kind))
                    .description("Files of evidence that the last reading found altered, missing or unreadable")
                    .tag("kind", kind.name())
                    .register(meters);
        }
    }

    private long found(Finding.Kind kind) {
        return checks.latest().map(check -> count(check, kind)).orElse(0L);
    }

    private static long count(CheckView check, Finding.Kind kind) {
        return check.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .count();
    }
}
