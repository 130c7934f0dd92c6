package org.teishutsu.notify.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What messages say about an incident, as report-service tells it. Fields it has on top are its own affair.
 *
 * @param items codes of the leak items in play
 * @param notLeaked what is confirmed as not leaked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentFacts(
        String code,
        String title,
        LocalDate occurredFrom,
        LocalDate occurredTo,
        @Nullable Instant detectedAt,
        @Nullable Instant containedAt,
        List<String> items,
        List<NotLeaked> notLeaked,
        @Nullable String investigator,
        @Nullable String cause,
        @Nullable String description) {

    public IncidentFacts {
        items = items == null ? List.of() : List.copyOf(items);
        notLeaked = notLeaked == null ? List.of() : List.copyOf(notLeaked);
    }

    /** An item that is confirmed as not leaked, and since when that is known. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NotLeaked(
            String item,
            @Nullable LocalDate since,
            @Nullable String note) {}
}
