package org.teishutsu.report.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.platform.SingleLine;

/**
 * What an officer enters of an order once it is received.
 *
 * @param priorDemand an earlier demand to report (金商法 art. 56-2) that the initial report answers too, as a noun phrase
 */
record NewOrder(
        @NotBlank @SingleLine @Size(max = 200) String authority,
        @NotBlank @SingleLine @Size(max = 200) String documentNumber,
        @NotBlank @SingleLine @Size(max = 500) String legalBasis,
        @SingleLine @Size(max = 1000) @Nullable String priorDemand,
        @NotNull LocalDate issuedOn,
        @NotNull Instant receivedAt,
        @NotEmpty List<@NotBlank String> incidents,
        @NotEmpty List<@NotNull @Valid Clause> clauses,
        @NotNull LocalDate firstReportDueOn,
        @Min(1) @Max(12) @Nullable Integer intervalMonths,
        @Valid @Nullable AsOfRule asOfRule,
        @Nullable Boolean takesJson) {

    int months() {
        return intervalMonths == null ? 1 : intervalMonths;
    }

    AsOfRule rule() {
        return asOfRule == null ? AsOfRule.DEFAULT : asOfRule;
    }

    boolean acceptsJson() {
        return takesJson != null && takesJson;
    }

    void requireConsistent() {
        if (firstReportDueOn.isBefore(issuedOn)) {
            throw ProblemException.invalid("firstReportDueOn", "must not be before issuedOn");
        }
        if (!BusinessCalendar.japan().covers(firstReportDueOn.plusYears(1))) {
            throw ProblemException.invalid("firstReportDueOn", "lies where holidays are not known yet");
        }
        Set<Integer> numbers = new HashSet<>();
        for (Clause clause : clauses) {
            if (!numbers.add(clause.number())) {
                throw ProblemException.invalid("clauses", "number " + clause.number() + " is there twice");
            }
        }
        if (clauses.stream().noneMatch(clause -> clause.kind() == ClauseKind.REPORT)) {
            throw ProblemException.invalid("clauses", "none of them demands a report (kind REPORT)");
        }
        if (Jst.date(receivedAt).isBefore(issuedOn)) {
            throw ProblemException.invalid("receivedAt", "must not be before issuedOn");
        }
        if (new HashSet<>(incidents).size() < incidents.size()) {
            throw ProblemException.invalid("incidents", "names one of them twice");
        }
    }
}
