package org.teishutsu.notify.intake;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.exposure.ItemCatalogue;

/**
 * Which cells of a first row are names of columns. A mapping by places fits a row of data as well as a header, so what it
 * says proves nothing: without a name that is known the first person of the list would be taken for its header.
 */
final class NamedColumns {

    private static final int LONGEST_SHOWN = 60;
    private static final int DIGITS_OF_DATA = 5;

    /** How the names of columns end, and those of people, places and firms do not. */
    private static final Pattern LIKE_A_NAME = Pattern.compile("(?:.{0,12}(?:番号|年月日|日付|登録日|契約日|区分|備考|金額|残高|種別|有無|フラグ)"
            + "|(?:[a-z0-9]+[_ -]){0,4}(?:id|no|code|date|type|flag|memo|notes?|remarks?|comment|amount|balance))");

    private final List<String> cells;
    private final BitSet known;
    private final boolean byPlaces;

    private NamedColumns(List<String> cells, BitSet known, boolean byPlaces) {
        this.cells = cells;
        this.known = known;
        this.byPlaces = byPlaces;
    }

    static NamedColumns of(List<String> cells, List<ColumnUse> uses, ColumnMapping mapping, ItemCatalogue catalogue) {
        HeaderNames names = new HeaderNames(catalogue);
        boolean byPlaces = mapping.hasPlaces();
        BitSet known = new BitSet();
        BitSet items = new BitSet();
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            ColumnUse use = uses.get(place);
            ColumnUse named = names.certain(cell);
            if (mapping.names(cell) || use instanceof ColumnUse.Returned) {
                known.set(place);
            } else if (!byPlaces) {
                known.set(place, named != null || names.itemItself(cell) != null);
            } else if (isName(named, use, mapping.hasPlace(place))) {
                known.set(place);
            } else if (use.equals(names.itemItself(cell))) {
                items.set(place);
            }
        }
        // One alone may be what leaked of the first person.
        if (items.cardinality() > 1) {
            known.or(items);
        }
        return new NamedColumns(List.copyOf(cells), known, byPlaces);
    }

    /** Not by a name for a part: セイ and メイ are people's, 電話 is a wish of theirs. */
    private static boolean isName(@Nullable ColumnUse named, ColumnUse use, boolean said) {
        return named != null && !(named instanceof ColumnUse.Part) && (!said || named.equals(use));
    }

    /** Whether this may be a row of data. */
    boolean none() {
        return known.isEmpty();
    }

    /** The name of a column for anybody to read, or its place: {@code #3}, as in a mapping. */
    String shown(int place) {
        String cell = cells.get(place);
        if (byPlaces
                && !known.get(place)
                && !cell.isBlank()
                && !LIKE_A_NAME.matcher(Folding.ofSigns(cell)).matches()) {
            return "#" + (place + 1);
        }
        long digits = cell.chars().filter(Character::isDigit).count();
        if (digits >= DIGITS_OF_DATA || cell.indexOf('@') >= 0) {
            return "***";
        }
        // PostgreSQL keeps NUL in no text.
        String text = cell.replace('\0', '\u2400');
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
