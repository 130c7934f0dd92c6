package org.teishutsu.report.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/** What an officer enters of an instruction or a question of the bureau; its kind says which other fields it has. */
record NewInstruction(
        @NotBlank @SingleLine @Size(max = 200) String documentNumber,
        @NotBlank @SingleLine @Size(max = 200) String officer,
        @NotNull LocalDate receivedOn,
        @NotNull InstructionKind kind,
        @NotBlank @Prose @Size(max = 4000) String text,
        @Min(0) @Max(600) @Nullable Integer fromReport,
        @Min(1) @Max(12) @Nullable Integer intervalMonths,
        @Min(1) @Max(31) @Nullable Integer dayOfMonth,
        @Valid @Nullable AsOfRule asOfRule,
        @Nullable Roll roll,
        @Nullable LocalDate extendedTo,
        @Valid @Size(min = 1, max = 100) @Nullable List<@NotNull Clause> clauses,
        @Nullable UUID corrects) {

    void requireConsistent() {
        List<Violation> wrong = new ArrayList<>();
        check(wrong, "fromReport", fromReport);
        check(wrong, "intervalMonths", intervalMonths);
        check(wrong, "dayOfMonth", dayOfMonth);
        check(wrong, "asOfRule", asOfRule);
        check(wrong, "roll", roll);
        check(wrong, "extendedTo", extendedTo);
        check(wrong, "clauses", clauses);
        if (clauses != null && clauses.stream().map(Clause::number).distinct().count() < clauses.size()) {
            wrong.add(new Violation("clauses", "names one number twice"));
        }
        if (kind == InstructionKind.INTERVAL && fromReport != null && fromReport == 0) {
            wrong.add(new Violation("fromReport", "must be 1 or more: the first report follows no other"));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The instruction does not fit its kind", wrong);
        }
    }

    private void check(List<Violation> wrong, String field, @Nullable Object value) {
        if (kind.has(field) && value == null) {
            wrong.add(new Violation(field, kind + " needs it"));
        } else if (!kind.has(field) && value != null) {
            wrong.add(new Violation(field, "is nothing that " + kind + " has"));
        }
    }
}
