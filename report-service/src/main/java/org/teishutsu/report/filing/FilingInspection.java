package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.order.OrderService;

/** Looks at a filing without changing it: its checks, its pages, its JSON. */
@ApplicationScoped
class FilingInspection {
    private final Filings filings;
    private final FilingRecords records;
    private final FilingFactsReader reader;
    private final FilingPress press;
    private final OrderService orders;
    private final Clock clock;

    FilingInspection(
            Filings filings,
            FilingRecords records,
            FilingFactsReader reader,
            FilingPress press,
            OrderService orders,
            Clock clock) {
        this.filings = filings;
        this.records = records;
        this.reader = reader;
        this.press = press;
        this.orders = orders;
        this.clock = clock;
    }

    /** What of a filing is needed outside a transaction. */
    private record Stored(
            Instant asOf,
            @Nullable String content,
            @Nullable String figures,
            boolean takesJson,
            Map<CheckName, FilingOverride.View> overrides) {}

    /** Every check with what it compared; NOT_READY as long as there is nothing to check. */
    List<CheckResult> checks(UUID id) {
        Stored stored = stored(id);
        FilingFacts facts = reader.read(
                        id, stored.asOf(), stored.figures() == null ? null : FiguresJson.read(stored.figures()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_READY, "The firm is not recorded yet"));
        return FilingChecks.run(facts).stream()
                .map(result -> result.overriddenBy(stored.overrides().get(result.name())))
                .toList();
    }

    CheckResult check(UUID id, CheckName name) {
        return checks(id).stream()
                .filter(result -> result.name() == name)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("check", name));
    }

    /** The bytes that were released; before that, what would be, marked as a draft. */
    byte[] pdf(UUID id, RenderingName rendering) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Filing filing = filings.get(id);
                    return filing.releasedAt().isPresent()
                            ? records.document(filing, rendering).map(FilingDocument::bytes)
                            : Optional.<byte[]>empty();
                })
                .orElseGet(() -> draftPdf(id, rendering));
    }

    private byte[] draftPdf(UUID id, RenderingName rendering) {
        FilingPress.Job job = job(id, true, clock.instant());
        return switch (rendering) {
            case SUBMISSION -> press.submission(job);
            case FIRM_COPY -> Objects.requireNonNull(press.both(job).get(rendering));
        };
    }

    /** Both renderings as they are to be released. */
    Map<RenderingName, byte[]> print(UUID id, Instant releasedAt) {
        return press.both(job(id, false, releasedAt));
    }

    byte[] json(UUID id) {
        Stored stored = stored(id);
        return FiguresJson.document(written(stored), stored.figures());
    }

    /** Refuses a section that the filing does not have. */
    void requireSection(Filing filing, String section) {
        FilingContent content = FilingJson.read(
                filing.content().orElseThrow(FilingInspection::notWritten).getBytes(StandardCharsets.UTF_8));
        if (Stream.concat(content.sections().stream(), content.annexes().stream())
                .noneMatch(candidate -> candidate.number().equals(section))) {
            throw ProblemException.notFound("section", section);
        }
    }

    private FilingPress.Job job(UUID id, boolean draft, Instant createdAt) {
        Stored stored = stored(id);
        return new FilingPress.Job(written(stored), stored.figures(), checks(id), stored.takesJson(), draft, createdAt);
    }

    private static String written(Stored stored) {
        if (stored.content() == null) {
            throw notWritten();
        }
        return stored.content();
    }

    private static ProblemException notWritten() {
        return new ProblemException(ProblemType.NOT_READY, "The filing has not been written yet");
    }

    private Stored stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Filing filing = filings.get(id);
            return new Stored(
                    filing.asOf(),
                    filing.content().orElse(null),
                    filing.figures().orElse(null),
                    orders.get(filing.orderId()).takesJson(),
                    records.overrides(id).stream()
                            .collect(Collectors.toMap(FilingOverride::checkName, FilingOverride::view)));
        });
    }
}
