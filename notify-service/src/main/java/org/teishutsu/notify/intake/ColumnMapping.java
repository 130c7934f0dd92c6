package org.teishutsu.notify.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.exposure.ItemCatalogue;

/**
 * What whoever sends a list says of its columns, over what their names say: a JSON object from the name of a column, or
 * {@code #3} for the third, to what it is read as: a column, a part of one, {@code item:CODE} or {@code ignored}.
 */
final class ColumnMapping {

    static final ColumnMapping NONE = new ColumnMapping(Map.of());

    private static final String PARAMETER = "mapping";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From the folded name, or from # and the place. */
    private final Map<String, String> uses;

    private ColumnMapping(Map<String, String> uses) {
        this.uses = uses;
    }

    static ColumnMapping of(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return NONE;
        }
        try {
            Map<String, @Nullable String> said =
                    JSON.readValue(json, new TypeReference<Map<String, @Nullable String>>() {});
            if (said == null || said.containsValue(null)) {
                throw notAnObject();
            }
            Map<String, String> uses = new LinkedHashMap<>();
            said.forEach((column, use) -> uses.put(key(column), String.valueOf(use)));
            return new ColumnMapping(uses);
        } catch (JsonProcessingException notJson) {
            throw notAnObject();
        }
    }

    private static ProblemException notAnObject() {
        return ProblemException.invalid(PARAMETER, "must be a JSON object from columns to what they are read as");
    }

    /** What this column is said to be, if anything is said of it. */
    Optional<ColumnUse> of(int place, String header, ItemCatalogue catalogue) {
        String use = uses.get("#" + (place + 1));
        if (use == null) {
            use = header.isBlank() ? null : uses.get(Folding.of(header));
        }
        return use == null ? Optional.empty() : Optional.of(use(use, catalogue));
    }

    /** Whether something is said of a column by the name it has here. */
    boolean names(String header) {
        return !header.isBlank() && uses.containsKey(Folding.of(header));
    }

    /** Whether something is said of the column at this place. */
    boolean hasPlace(int place) {
        return uses.containsKey("#" + (place + 1));
    }

    /** Whether something is said of any column by its place alone, which a row of data has, too. */
    boolean hasPlaces() {
        return uses.keySet().stream().anyMatch(column -> column.startsWith("#"));
    }

    /** Refuses a mapping that speaks of columns the file does not have. */
    void requireColumns(Iterable<String> headers) {
        Map<String, String> left = new LinkedHashMap<>(uses);
        int place = 0;
        for (String header : headers) {
            place++;
            left.remove("#" + place);
            left.remove(Folding.of(header));
        }
        if (!left.isEmpty()) {
            throw ProblemException.invalid(PARAMETER, left.size() + " of its columns are not in the file");
        }
    }

    private static String key(String column) {
        return column.startsWith("#") ? column.strip() : Folding.of(column);
    }

    private static ColumnUse use(String text, ItemCatalogue catalogue) {
        String name = text.strip();
        if (name.equals(ColumnUse.Ignored.LABEL)) {
            return ColumnUse.IGNORED;
        }
        for (ListColumn column : ListColumn.values()) {
            if (column.header().equals(name)) {
                return new ColumnUse.Whole(column);
            }
        }
        for (ColumnPart part : ColumnPart.values()) {
            if (part.header().equals(name)) {
                return new ColumnUse.Part(part);
            }
        }
        if (name.startsWith(ColumnUse.Item.PREFIX)) {
            return new ColumnUse.Item(catalogue
                    .find(name.substring(ColumnUse.Item.PREFIX.length()))
                    .orElseThrow(() -> ProblemException.invalid(PARAMETER, "names an item the catalogue has not")));
        }
        throw ProblemException.invalid(
                PARAMETER, "reads a column as something that is none: see the columns of a list of exposures");
    }
}
