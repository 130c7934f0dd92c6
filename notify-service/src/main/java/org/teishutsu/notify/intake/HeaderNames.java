package org.teishutsu.notify.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;

/** By which names columns are known, in Japanese and English, in any width and case. */
final class HeaderNames {

    /** How a column of marks says that it is one: 漏えい_生年月日, 生年月日（漏えい有無）. */
    private static final List<String> OF_MARKS =
            List.of("漏えい項目", "漏洩項目", "流出項目", "漏えい有無", "漏洩有無", "流出有無", "漏えい", "漏洩", "流出", "leaked", "leak", "item");

    private static final Map<String, ColumnUse> OF_COLUMNS = ofColumns();

    private final Map<String, ColumnUse> ofItems = new HashMap<>();
    private final Map<String, ColumnUse> ofMarks = new HashMap<>();

    HeaderNames(ItemCatalogue catalogue) {
        for (CataloguedItem item : catalogue.items()) {
            for (String name : List.of(Folding.of(item.code()), Folding.of(item.label()))) {
                ofItems.put(name, new ColumnUse.Item(item));
                for (String word : OF_MARKS) {
                    ofMarks.put(word + name, new ColumnUse.Item(item));
                    ofMarks.put(name + word, new ColumnUse.Item(item));
                    ofMarks.put(name + "の" + word, new ColumnUse.Item(item));
                }
            }
        }
    }

    /** What a column so named is for certain, or null. */
    @Nullable ColumnUse certain(String header) {
        String folded = Folding.of(header);
        ColumnUse column = OF_COLUMNS.get(folded);
        return column == null ? ofMarks.get(folded) : column;
    }

    /** The item a column may mark whose name is that item's and nothing else, or null. */
    @Nullable ColumnUse itemItself(String header) {
        return ofItems.get(Folding.of(header));
    }

    private static Map<String, ColumnUse> ofColumns() {
        Map<String, ColumnUse> names = new HashMap<>();
        for (ColumnPart part : ColumnPart.values()) {
            put(names, new ColumnUse.Part(part), part.header(), part.aliases());
        }
        for (ListColumn column : ListColumn.values()) {
            put(names, new ColumnUse.Whole(column), column.header(), column.aliases());
        }
        return names;
    }

    private static void put(Map<String, ColumnUse> names, ColumnUse use, String header, List<String> aliases) {
        put(names, use, header);
        aliases.forEach(alias -> put(names, use, alias));
    }

    private static void put(Map<String, ColumnUse> names, ColumnUse use, String name) {
        ColumnUse other = names.put(Folding.of(name), use);
        if (other != null && !other.equals(use)) {
            throw new IllegalStateException("Two columns go by the name " + name);
        }
    }
}
