package org.teishutsu.report.order;

import org.jspecify.annotations.Nullable;

/** What an instruction of the bureau does; the first five change dates from a report on. */
public enum InstructionKind {
    /** So many months after the report before it, from a report on. */
    INTERVAL("報告の間隔", "intervalMonths"),
    /** Another day of the month, from a report on; 31 means the month's end. */
    DAY_OF_MONTH("提出日", "dayOfMonth"),
    /** Another as-of rule, from a report on. */
    AS_OF("基準日", "asOfRule"),
    /** Which open day counts for a date on a closed day, from a report on. */
    ROLL("休日の取扱い", "roll"),
    /** One report is due later; those after it stay. */
    EXTENSION("提出期限の延長", "extendedTo"),
    /** Other or further clauses (命令の変更). */
    AMENDMENT("命令の変更", "clauses"),
    /** To do something, without effect on dates. */
    INSTRUCTION("指示", null),
    QUESTION("照会", null);

    private final String label;
    private final @Nullable String effect;

    InstructionKind(String label, @Nullable String effect) {
        this.label = label;
        this.effect = effect;
    }

    /** What a filing prints. */
    public String label() {
        return label;
    }

    /** Whether an entry of this kind has a field, and then must have it. */
    boolean has(String field) {
        return field.equals(effect) || (field.equals("fromReport") && effect != null && this != AMENDMENT);
    }
}
