package org.teishutsu.platform.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, paged by key so that rows added meanwhile shift nothing.
 *
 * @param items at most the limit asked for
 * @param next what to give as {@code after} for the following part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a list gives when nobody asks for a number. */
    public static final String DEFAULT_LIMIT = "100";

    /** The most items a list gives at once. */
    public static final int MAX_LIMIT = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows read with a limit one larger than asked for.
     *
     * @param rows up to {@code limit + 1} rows
     * @param key the key of a row, as {@code after} takes it
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Object> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, key.apply(items.get(limit - 1)).toString());
    }
}
