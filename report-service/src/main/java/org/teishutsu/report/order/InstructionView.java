package org.teishutsu.report.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instruction or question of the bureau as the other features and the API see it.
 *
 * @param officer the bureau's officer who gave it
 * @param fromReport the first report it changes, for EXTENSION the only one; null if it changes no date
 * @param extendedTo the date of an EXTENSION
 * @param clauses of an AMENDMENT: they take the place of the order's with the same number, or are added
 * @param corrects the entry this one takes the place of
 * @param answers of the firm, in the order they were recorded
 */
public record InstructionView(
        UUID id,
        UUID order,
        String documentNumber,
        String officer,
        LocalDate receivedOn,
        InstructionKind kind,
        String text,
        @Nullable Integer fromReport,
        @Nullable Integer intervalMonths,
        @Nullable Integer dayOfMonth,
        @Nullable AsOfRule asOfRule,
        @Nullable Roll roll,
        @Nullable LocalDate extendedTo,
        List<Clause> clauses,
        @Nullable UUID corrects,
        List<Answer> answers,
        Instant recordedAt,
        String by) {

    /** What the firm answered. */
    public record Answer(UUID id, String text, LocalDate answeredOn, Instant recordedAt, String by) {}

    /** Whether it speaks of the dates of a report. */
    public boolean concerns(int report) {
        return fromReport != null && (kind == InstructionKind.EXTENSION ? report == fromReport : report >= fromReport);
    }

    /** How a document cites it. */
    public String citation() {
        return documentNumber + "（" + officer + "）";
    }
}
