package org.teishutsu.demo.verify;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A valid row of an input list, read by the rules of the list and by no code of the services. */
record ListRow(
        String customerNumber,
        String party,
        String name,
        String email,
        @Nullable LocalDate emailSince,
        String address,
        String mobile,
        String status,
        SortedSet<String> items) {

    private static final int COLUMNS = 11;
    private static final Set<String> PARTIES = Set.of("INDIVIDUAL", "LEGAL_ENTITY");
    private static final Set<String> STATES = Set.of("CURRENT", "FORMER", "APPLICANT");

    /** Empty for a row nobody can import. */
    static Optional<ListRow> of(List<String> cells, Set<String> knownItems) {
        if (cells.size() != COLUMNS || !PARTIES.contains(cells.get(1)) || !STATES.contains(cells.get(9))) {
            return Optional.empty();
        }
        SortedSet<String> items = new TreeSet<>(List.of(cells.get(10).split("\\|", -1)));
        boolean nobody = cells.get(0).isEmpty() && cells.get(4).isEmpty();
        if (nobody || !knownItems.containsAll(items)) {
            return Optional.empty();
        }
        try {
            LocalDate since = cells.get(5).isEmpty() ? null : LocalDate.parse(cells.get(5));
            return Optional.of(new ListRow(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(4),
                    since,
                    cells.get(7),
                    cells.get(8),
                    cells.get(9),
                    items));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Who is who: the customer number, without one e-mail and name together. */
    String identity() {
        return customerNumber.isEmpty() ? email + "\n" + name : customerNumber;
    }

    @Override
    public String toString() {
        return "ListRow[" + party + ", " + status + "]";
    }
}
