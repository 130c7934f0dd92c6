package org.teishutsu.notify.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;

/**
 * The first row of a list, understood: which column is read as what. A row is a header when it names a person's name, a
 * customer number or e-mail, and the items; only then may it be repeated to anybody.
 */
final class ListHeader {

    /** More than any list of people has; a spreadsheet can send 16,384. */
    static final int MOST_COLUMNS = 500;

    private final List<String> cells;
    private final List<ColumnUse> uses;
    private final Map<ListColumn, Place[]> places;
    private final List<Mark> marks;
    private final NamedColumns named;

    /**
     * Where a column, or a part of it, stands.
     *
     * @param before what stands between it and the part before
     */
    record Place(int place, String before) {}

    /** Where an item is marked. */
    record Mark(int place, CataloguedItem item) {}

    private ListHeader(
            List<String> cells,
            List<ColumnUse> uses,
            Map<ListColumn, Place[]> places,
            List<Mark> marks,
            NamedColumns named) {
        this.cells = cells;
        this.uses = uses;
        this.places = places;
        this.marks = marks;
        this.named = named;
    }

    /**
     * Understands a header.
     *
     * @throws ProblemException UNREADABLE_FILE, which names no cell of what may be a row of data
     */
    static ListHeader of(List<String> cells, ColumnMapping mapping, ItemCatalogue catalogue) {
        if (cells.size() > MOST_COLUMNS) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE,
                    "The header has " + cells.size() + " columns; a list has at most " + MOST_COLUMNS);
        }
        mapping.requireColumns(cells);
        List<ColumnUse> uses = new HeaderReading(cells, mapping, catalogue).uses();
        List<Violation> violations = new ArrayList<>();
        Map<ColumnUse, Integer> first = new HashMap<>();
        for (int place = 0; place < uses.size(); place++) {
            ColumnUse use = uses.get(place);
            Integer earlier = use instanceof ColumnUse.Ignored || use instanceof ColumnUse.Returned
                    ? null
                    : first.putIfAbsent(use, place);
            if (earlier != null) {
                violations.add(new Violation(
                        "header[" + (place + 1) + "]",
                        "This column stands in the header twice: column " + (earlier + 1) + " is read as " + use.label()
                                + ", too"));
            }
        }
        Map<ListColumn, Place[]> places = places(first);
        List<Mark> marks = marks(uses);
        requireColumns(places, marks, violations);
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE, "The header is not that of a list of exposures", violations);
        }
        NamedColumns named = NamedColumns.of(cells, uses, mapping, catalogue);
        if (named.none()) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE,
                    "No cell of the first row is the name of a column: give the list a header line, and map a column"
                            + " with another name by that name");
        }
        return new ListHeader(List.copyOf(cells), uses, places, marks, named);
    }

    /** How many columns of a row are known by name: the more, the more it is a header. */
    static int known(List<String> cells, ColumnMapping mapping, ItemCatalogue catalogue) {
        if (cells.size() > MOST_COLUMNS) {
            return 0;
        }
        return (int) new HeaderReading(cells, mapping, catalogue)
                .uses().stream()
                        .filter(use -> !(use instanceof ColumnUse.Ignored))
                        .count();
    }

    private static Map<ListColumn, Place[]> places(Map<ColumnUse, Integer> first) {
        Map<ListColumn, Place[]> places = new EnumMap<>(ListColumn.class);
        for (ListColumn column : ListColumn.values()) {
            Integer whole = first.get(new ColumnUse.Whole(column));
            List<Place> found = new ArrayList<>();
            if (whole != null) {
                found.add(new Place(whole, ""));
            }
            for (ColumnPart part : ColumnPart.values()) {
                Integer place = part.whole() == column ? first.get(new ColumnUse.Part(part)) : null;
                if (place != null && (whole == null || part.addsToWhole())) {
                    found.add(new Place(place, part.before()));
                }
            }
            if (!found.isEmpty()) {
                places.put(column, found.toArray(Place[]::new));
            }
        }
        return places;
    }

    private static List<Mark> marks(List<ColumnUse> uses) {
        List<Mark> marks = new ArrayList<>();
        for (int place = 0; place < uses.size(); place++) {
            if (uses.get(place) instanceof ColumnUse.Item item) {
                marks.add(new Mark(place, item.item()));
            }
        }
        return marks;
    }

    /** Nobody can be told without a name, found again without number and e-mail, or told of nothing. */
    private static void requireColumns(Map<ListColumn, Place[]> places, List<Mark> marks, List<Violation> violations) {
        if (!places.containsKey(ListColumn.NAME)) {
            violations.add(new Violation("header", "The column name is missing"));
        }
        if (!places.containsKey(ListColumn.CUSTOMER_NUMBER) && !places.containsKey(ListColumn.EMAIL)) {
            violations.add(new Violation("header", "The column customer_number or email is missing"));
        }
        if (!places.containsKey(ListColumn.ITEMS) && marks.isEmpty()) {
            violations.add(new Violation("header", "The column items is missing"));
        }
    }

    int size() {
        return cells.size();
    }

    boolean has(ListColumn column) {
        return places.containsKey(column);
    }

    /** The columns that mark one item each. */
    List<Mark> marks() {
        return marks;
    }

    /** What a row of this width has in a column, its parts joined; null if there is no such column. */
    @Nullable String text(ListColumn column, List<String> row) {
        Place[] found = places.get(column);
        if (found == null) {
            return null;
        }
        return found.length == 1 ? row.get(found[0].place()) : joined(found, row);
    }

    private static String joined(Place[] parts, List<String> row) {
        StringBuilder text = new StringBuilder();
        for (Place part : parts) {
            String cell = row.get(part.place()).strip();
            if (!cell.isEmpty()) {
                text.append(text.isEmpty() ? "" : part.before()).append(cell);
            }
        }
        return text.toString();
    }

    /** The cells of a row of any width, without those this service once put in front. */
    List<String> own(List<String> row) {
        List<String> own = new ArrayList<>(row.size());
        for (int place = 0; place < row.size(); place++) {
            if (place >= uses.size() || !(uses.get(place) instanceof ColumnUse.Returned)) {
                own.add(row.get(place));
            }
        }
        return own;
    }

    /** As the file has it, without what this service once put in front. */
    List<String> own() {
        return own(cells);
    }

    /** Every column of the file and what it is read as. */
    List<Reading.Column> columns() {
        List<Reading.Column> columns = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            columns.add(new Reading.Column(place + 1, named.shown(place), readAs(place)));
        }
        return columns;
    }

    /** Also IGNORED if it is a part of something that has a column of its own. */
    private String readAs(int place) {
        ColumnUse use = uses.get(place);
        if (use instanceof ColumnUse.Part part) {
            Place[] read = places.getOrDefault(part.part().whole(), new Place[0]);
            for (Place one : read) {
                if (one.place() == place) {
                    return use.label();
                }
            }
            return ColumnUse.IGNORED.label();
        }
        return use.label();
    }

    /** Looks at the cells of a header one by one. */
    private static final class HeaderReading {

        private final List<String> cells;
        private final ColumnMapping mapping;
        private final ItemCatalogue catalogue;
        private final HeaderNames names;

        HeaderReading(List<String> cells, ColumnMapping mapping, ItemCatalogue catalogue) {
            this.cells = cells;
            this.mapping = mapping;
            this.catalogue = catalogue;
            this.names = new HeaderNames(catalogue);
        }

        List<ColumnUse> uses() {
            boolean waiting = cells.containsAll(ReturnedColumns.OF_WAITING);
            List<ColumnUse> uses = new ArrayList<>();
            for (int place = 0; place < cells.size(); place++) {
                uses.add(use(place, waiting));
            }
            if (uses.stream().noneMatch(new ColumnUse.Whole(ListColumn.ITEMS)::equals)) {
                readItemsThemselves(uses);
            }
            return uses;
        }

        private ColumnUse use(int place, boolean waiting) {
            String cell = cells.get(place);
            Optional<ColumnUse> said = mapping.of(place, cell, catalogue);
            if (said.isPresent()) {
                return said.get();
            }
            if (ReturnedColumns.NAMES.contains(cell) || (waiting && ReturnedColumns.OF_WAITING.contains(cell))) {
                return ColumnUse.RETURNED;
            }
            ColumnUse certain = names.certain(cell);
            return certain == null ? ColumnUse.IGNORED : certain;
        }

        /** 生年月日 alone marks an item only where no column names the items: otherwise it holds birth dates. */
        private void readItemsThemselves(List<ColumnUse> uses) {
            for (int place = 0; place < uses.size(); place++) {
                String cell = cells.get(place);
                if (uses.get(place) instanceof ColumnUse.Ignored
                        && mapping.of(place, cell, catalogue).isEmpty()) {
                    ColumnUse item = names.itemItself(cell);
                    uses.set(place, item == null ? ColumnUse.IGNORED : item);
                }
            }
        }
    }
}
