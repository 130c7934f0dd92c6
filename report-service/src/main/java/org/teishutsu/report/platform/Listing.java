package org.teishutsu.report.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.platform.page.Page;

/** Which part of a list a caller wants. Long lists are read by the part, short ones whole. */
public final class Listing {
    @QueryParam("after")
    @Nullable String after;

    @QueryParam("limit")
    @DefaultValue(Page.DEFAULT_LIMIT)
    @Min(1) @Max(Page.MAX_LIMIT) int limit;

    /** Reads a part of a list whose keys are ids. */
    public interface Part<T> {
        /** The rows after one of them, or from the beginning; one more than the limit if there are more. */
        List<T> after(@Nullable UUID key, int limit);
    }

    /**
     * The part after a key, read as such.
     *
     * @throws ProblemException INVALID_REQUEST if {@code after} is no id; one that is of no row gives an empty part
     */
    public <T> Page<T> page(Part<T> part, Function<T, Object> key) {
        return Page.of(part.after(id(), limit), limit, key);
    }

    /** Reads a part of a list whose keys are codes. */
    public interface TextPart<T> {
        /** The rows after one of them, or from the beginning; one more than the limit if there are more. */
        List<T> after(@Nullable String key, int limit);
    }

    /** The part after a key, read as such; a key that is of no row gives an empty part. */
    public <T> Page<T> pageByText(TextPart<T> part, Function<T, Object> key) {
        return Page.of(part.after(after, limit), limit, key);
    }

    private @Nullable UUID id() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("after", "is not the key of an item of this list");
        }
    }

    /**
     * The part after a key.
     *
     * @param all in the list's order
     * @throws ProblemException INVALID_REQUEST if {@code after} is no key of the list
     */
    public <T> Page<T> of(List<T> all, Function<T, Object> key) {
        List<T> rest = all.subList(from(all, key), all.size());
        return Page.of(rest.subList(0, Math.min(rest.size(), limit + 1)), limit, key);
    }

    private <T> int from(List<T> all, Function<T, Object> key) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).toString().equals(after)) {
                return i + 1;
            }
        }
        throw ProblemException.invalid("after", "is not the key of an item of this list");
    }
}
