package org.teishutsu.report.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the other features and the API see it.
 *
 * @param items in the catalogue's order
 * @param rootCause what had been found out by an instant, if it was asked for; the incident's own record says none
 * @param howFound likewise
 */
public record IncidentView(
        String code,
        String title,
        LocalDate occurredFrom,
        LocalDate occurredTo,
        Instant detectedAt,
        @Nullable Instant containedAt,
        @Nullable String population,
        List<String> items,
        Map<String, String> itemRemarks,
        List<NotLeaked> notLeaked,
        @Nullable String investigator,
        @Nullable String cause,
        @Nullable String description,
        List<BodyTold> bodiesTold,
        @Nullable String effectOnCustomers,
        @Nullable String contractors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rootCause,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String howFound,
        Instant recordedAt,
        String by) {

    /** With what has been found out since it was recorded. */
    IncidentView with(List<FindingView> findings) {
        List<NotLeaked> kept = new ArrayList<>(notLeaked);
        findings.stream()
                .filter(each -> each.item() != null)
                .filter(each -> kept.stream().noneMatch(known -> known.item().equals(each.item())))
                .forEach(each -> kept.add(
                        new NotLeaked(Objects.requireNonNull(each.item()), each.on(), inBrackets(each.text()))));
        return new IncidentView(
                code,
                title,
                occurredFrom,
                occurredTo,
                detectedAt,
                containedAt,
                population,
                items,
                itemRemarks,
                List.copyOf(kept),
                joined(findings, FindingKind.INVESTIGATION, investigator),
                joined(findings, FindingKind.DIRECT_CAUSE, cause),
                description,
                bodiesTold,
                effectOnCustomers,
                contractors,
                joined(findings, FindingKind.ROOT_CAUSE, null),
                joined(findings, FindingKind.HOW_FOUND, null),
                recordedAt,
                by);
    }

    /** What was found out takes the place of what was thought at first. */
    private static @Nullable String joined(List<FindingView> findings, FindingKind kind, @Nullable String before) {
        List<String> found = findings.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.investigator() == null ? each.text() : each.investigator())
                .distinct()
                .toList();
        return found.isEmpty() ? before : String.join(kind == FindingKind.INVESTIGATION ? "、" : "\n", found);
    }

    /** A sentence loses its full stop there. */
    private static String inBrackets(String text) {
        return text.strip().replaceFirst("。$", "");
    }
}
