package org.teishutsu.report.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the other features and the API see it.
 *
 * @param release of the duty to report; null as long as it stands
 */
public record OrderView(
        UUID id,
        String authority,
        String documentNumber,
        String legalBasis,
        @Nullable String priorDemand,
        LocalDate issuedOn,
        Instant receivedAt,
        List<String> incidents,
        List<Clause> clauses,
        LocalDate firstReportDueOn,
        int intervalMonths,
        AsOfRule asOfRule,
        boolean takesJson,
        @Nullable ReleaseView release,
        Instant recordedAt,
        String by) {

    /**
     * The end of the duty to report.
     *
     * @param document of the bureau that ends it
     * @param effectiveOn reports due after this day are not needed
     */
    public record ReleaseView(String document, LocalDate effectiveOn, Instant recordedAt, String by) {}
}
