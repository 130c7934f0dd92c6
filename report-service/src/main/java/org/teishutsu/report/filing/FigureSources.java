package org.teishutsu.report.filing;

import java.util.List;
import java.util.stream.Collectors;
import org.teishutsu.report.filing.content.Figure.Source;

/** What a filing asks for its figures, so that it can be asked again. */
final class FigureSources {
    /** Counts of people and records, asked of notify-service. */
    static final String LEDGER = "ledger";

    /** Counts of the order's own records, made here. */
    static final String RECORDS = "records";

    private FigureSources() {}

    static List<Source> of(FilingFacts facts) {
        String incidents = facts.order().incidents().stream()
                .map(code -> "incident=" + code)
                .collect(Collectors.joining("&"));
        return List.of(
                new Source(
                        LEDGER,
                        "notify-service",
                        "GET /figures?%s&asOf=%s".formatted(incidents, facts.asOf()),
                        facts.available()
                                .map(FiguresJson::write)
                                .map(Digests::sha256)
                                .orElse(null)),
                new Source(
                        RECORDS,
                        "report-service",
                        "GET /orders/%s with its incidents, published figures, measures and restrictions, recorded up to %s"
                                .formatted(facts.order().id(), facts.asOf()),
                        null));
    }
}
