package org.teishutsu.notify.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;

/** The columns of a list: every {@link ListColumn} once, in any order. */
final class ListHeader {

    /** What a file of returned rows has in front, so that it can come back as it is once it is mended. */
    static final List<String> OF_RETURNED_ROWS = List.of("line", "column", "reason_ja", "reason_en");

    private final int size;
    private final Map<ListColumn, Integer> places;

    private ListHeader(int size, Map<ListColumn, Integer> places) {
        this.size = size;
        this.places = places;
    }

    static ListHeader of(List<String> cells) {
        Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place).strip();
            Optional<ListColumn> column = ListColumn.of(cell);
            if (!seen.add(cell)) {
                violations.add(at(place, "This column stands in the header twice"));
            } else if (column.isPresent()) {
                places.put(column.get(), place);
            } else if (!OF_RETURNED_ROWS.contains(cell)) {
                // Not repeated: a list without a header has a person's data here.
                violations.add(at(place, "This is not a column of a list of exposures"));
            }
        }
        for (ListColumn column : ListColumn.values()) {
            if (!places.containsKey(column)) {
                violations.add(new Violation("header", "The column " + column.header() + " is missing"));
            }
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE, "The header is not that of a list of exposures", violations);
        }
        return new ListHeader(cells.size(), places);
    }

    private static Violation at(int place, String message) {
        return new Violation("header[" + (place + 1) + "]", message);
    }

    int size() {
        return size;
    }

    /** The cells of a row of this width by column. */
    Map<ListColumn, String> named(List<String> cells) {
        Map<ListColumn, String> named = new EnumMap<>(ListColumn.class);
        places.forEach((column, place) -> named.put(column, cells.get(place)));
        return named;
    }

    /** The cells of a row of any width in the order of {@link ListColumn}; what has no column is left out. */
    List<String> inOrder(List<String> cells) {
        List<String> ordered = new ArrayList<>();
        for (ListColumn column : ListColumn.values()) {
            int place = places.getOrDefault(column, Integer.MAX_VALUE);
            ordered.add(place < cells.size() ? cells.get(place) : "");
        }
        return ordered;
    }
}
