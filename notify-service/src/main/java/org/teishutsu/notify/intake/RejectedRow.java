package org.teishutsu.notify.intake;

import java.util.Comparator;
import java.util.List;

/**
 * A row that cannot be taken.
 *
 * @param cells as they came
 * @param faults what is wrong, at least one
 */
record RejectedRow(int rowNo, long line, List<String> cells, List<Fault> faults) {

    /** @param column what it is read as, or empty if the row as a whole is meant */
    record Fault(String column, RowReason reason) implements Comparable<Fault> {

        private static final Comparator<Fault> ORDER =
                Comparator.comparing(Fault::reason).thenComparing(Fault::column);

        @Override
        public int compareTo(Fault other) {
            return ORDER.compare(this, other);
        }
    }

    RejectedRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A row is rejected for a reason");
        }
    }

    /** Masked: the cells are personal data. */
    @Override
    public String toString() {
        return "RejectedRow[line=" + line + ", faults=" + faults + "]";
    }
}
