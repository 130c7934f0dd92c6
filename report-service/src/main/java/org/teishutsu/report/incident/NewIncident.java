package org.teishutsu.report.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/**
 * What an officer enters of an incident.
 *
 * @param population whose data it was, as a noun phrase
 * @param itemRemarks leak item's code to what filings print in brackets behind it, such as that it had been invalidated
 * @param cause as a noun phrase
 * @param description for the customers' letters, in です・ます; filings, which are in である, tell it from the time line
 * @param effectOnCustomers on their assets and on trading, in である, printed in filings as it stands
 * @param contractors what part contractors had, in である, printed in filings as it stands
 */
record NewIncident(
        @NotNull @Pattern(
                regexp = "[a-z0-9][a-z0-9-]{0,39}",
                message = "must be lower-case letters, digits and hyphens, at most 40")
        String code,

        @NotBlank @SingleLine @Size(max = 200) String title,
        @NotNull LocalDate occurredFrom,
        @NotNull LocalDate occurredTo,
        @NotNull Instant detectedAt,
        @Nullable Instant containedAt,
        @Prose @Size(max = 2000) @Nullable String population,
        @NotEmpty List<@NotNull String> items,
        @Nullable Map<@NotNull String, @NotBlank @SingleLine @Size(max = 100) String> itemRemarks,
        @Nullable List<@NotNull @Valid NotLeaked> notLeaked,
        @Prose @Size(max = 2000) @Nullable String investigator,
        @Prose @Size(max = 10000) @Nullable String cause,
        @Prose @Size(max = 10000) @Nullable String description,
        @Nullable List<@NotNull @Valid BodyTold> bodiesTold,
        @Prose @Size(max = 10000) @Nullable String effectOnCustomers,
        @Prose @Size(max = 10000) @Nullable String contractors) {

    void requireConsistent() {
        if (occurredFrom.isAfter(occurredTo)) {
            throw ProblemException.invalid("occurredTo", "must not be before occurredFrom");
        }
        if (Jst.date(detectedAt).isBefore(occurredFrom)) {
            throw ProblemException.invalid("detectedAt", "must not be before occurredFrom");
        }
        for (BodyTold told : bodiesTold()) {
            if (told.toldOn().isBefore(occurredFrom)) {
                throw ProblemException.invalid(
                        "bodiesTold", told.body() + " cannot have been told before the incident");
            }
        }
        for (NotLeaked kept : notLeaked()) {
            if (kept.since().isBefore(occurredFrom)) {
                throw ProblemException.invalid(
                        "notLeaked", kept.item() + " cannot have been confirmed before the incident");
            }
        }
        if (containedAt != null && containedAt.isBefore(detectedAt)) {
            throw ProblemException.invalid("containedAt", "must not be before detectedAt");
        }
        for (String remarked : itemRemarks().keySet()) {
            if (!items.contains(remarked)) {
                throw ProblemException.invalid("itemRemarks", remarked + " is not among the items that leaked");
            }
        }
        for (NotLeaked kept : notLeaked()) {
            if (items.contains(kept.item())) {
                throw ProblemException.invalid("notLeaked", kept.item() + " is among the items that leaked");
            }
        }
    }

    @Override
    public Map<String, String> itemRemarks() {
        return itemRemarks == null ? Map.of() : itemRemarks;
    }

    @Override
    public List<NotLeaked> notLeaked() {
        return notLeaked == null ? List.of() : notLeaked;
    }

    @Override
    public List<BodyTold> bodiesTold() {
        return bodiesTold == null ? List.of() : bodiesTold;
    }
}
