package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.notify.FiguresSource;
import org.teishutsu.report.notify.FiguresUnavailableException;
import org.teishutsu.report.order.OrderService;
import org.teishutsu.report.order.OrderView;

/** Looks at a filing without changing it: its checks, its pages, its JSON. */
@ApplicationScoped
class FilingInspection {
    private final Filings filings;
    private final FilingRecords records;
    private final FilingFactsReader reader;
    private final FilingPress press;
    private final OrderService orders;
    private final FiguresSource source;
    private final Clock clock;

    FilingInspection(
            Filings filings,
            FilingRecords records,
            FilingFactsReader reader,
            FilingPress press,
            OrderService orders,
            FiguresSource source,
            Clock clock) {
        this.filings = filings;
        this.records = records;
        this.reader = reader;
        this.press = press;
        this.orders = orders;
        this.source = source;
        this.clock = clock;
    }

    /** What of a filing is needed outside a transaction; {@code checked} is filled from its approval on. */
    private record Stored(
            Instant asOf,
            @Nullable String content,
            @Nullable String figures,
            List<String> incidents,
            boolean takesJson,
            List<CheckResult> checked,
            Map<CheckName, FilingOverride.View> overrides) {}

    /**
     * Every check with what it compared: until the approval as things stand now, from then on as they stood then.
     *
     * @throws ProblemException NOT_READY as long as there is nothing to check
     */
    List<CheckResult> checks(UUID id) {
        Stored stored = stored(id);
        List<CheckResult> results = stored.checked().isEmpty() ? run(id, stored) : stored.checked();
        return results.stream()
                .map(result -> result.overriddenBy(stored.overrides().get(result.name())))
                .toList();
    }

    private List<CheckResult> run(UUID id, Stored stored) {
        FilingFacts facts = reader.read(
                        id, stored.asOf(), stored.figures() == null ? null : FiguresJson.read(stored.figures()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_READY, "The firm is not recorded yet"));
        return FilingChecks.run(facts, reproduce(stored));
    }

    /** Asks for the same figures again. */
    private Reproduction reproduce(Stored stored) {
        if (stored.figures() == null) {
            return Reproduction.NOTHING_TO_REPRODUCE;
        }
        String digest = Digests.sha256(stored.figures());
        try {
            String again = FiguresJson.write(source.figures(stored.incidents(), stored.asOf()));
            return new Reproduction(digest, Digests.sha256(again), null);
        } catch (FiguresUnavailableException e) {
            return new Reproduction(digest, null, e.getMessage());
        }
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
        return switch (rendering) {
            case SUBMISSION -> press.submission(job(id, List.of(), true, clock.instant()));
            case FIRM_COPY ->
                Objects.requireNonNull(
                        press.both(job(id, checks(id), true, clock.instant())).get(rendering));
        };
    }

    /** Both renderings as they are to be released. */
    Map<RenderingName, byte[]> print(UUID id, Instant releasedAt) {
        return press.both(job(id, checks(id), false, releasedAt));
    }

    /** The tables as a workbook. */
    byte[] tables(UUID id) {
        return FilingTables.xlsx(FilingJson.read(written(stored(id))));
    }

    /** The words for those who must paste them elsewhere. */
    byte[] words(UUID id) {
        return FilingWords.docx(FilingJson.read(written(stored(id))));
    }

    List<FigureView> figures(UUID id) {
        return FigureView.all(FilingJson.read(written(stored(id))));
    }

    FigureView figure(UUID id, String key) {
        return figures(id).stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("printed figure", key));
    }

    byte[] json(UUID id) {
        Stored stored = stored(id);
        return FiguresJson.document(written(stored), stored.figures());
    }

    private FilingPress.Job job(UUID id, List<CheckResult> checks, boolean draft, Instant createdAt) {
        Stored stored = stored(id);
        return new FilingPress.Job(written(stored), stored.figures(), checks, stored.takesJson(), draft, createdAt);
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
            OrderView order = orders.get(filing.orderId());
            return new Stored(
                    filing.asOf(),
                    filing.content().orElse(null),
                    filing.figures().orElse(null),
                    order.incidents(),
                    order.takesJson(),
                    filing.isApproved() ? records.checked(id) : List.of(),
                    records.overrides(id).stream()
                            .collect(Collectors.toMap(FilingOverride::checkName, FilingOverride::view)));
        });
    }
}
