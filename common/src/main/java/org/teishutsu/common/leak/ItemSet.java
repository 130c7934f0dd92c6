package org.teishutsu.common.leak;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The items that leaked together: codes, each once, in the order they were given (the catalogue's order, where a
 * service made the set). Its JSON is the array of codes.
 */
public record ItemSet(@JsonValue List<String> codes) implements Iterable<String> {

    /** What fits the 64-bit mask in which notify-service keeps a set, sign bit left alone. */
    public static final int MAX_ITEMS = 63;

    public ItemSet {
        codes = codes.stream().distinct().toList();
        for (String code : codes) {
            if (!LeakItem.isCode(code)) {
                throw new IllegalArgumentException("Not a leak item's code: " + code);
            }
        }
        if (codes.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("A set holds at most " + MAX_ITEMS + " items, not " + codes.size());
        }
    }

    @JsonCreator
    public static ItemSet of(Collection<String> codes) {
        return new ItemSet(List.copyOf(codes));
    }

    public static ItemSet of(String... codes) {
        return new ItemSet(List.of(codes));
    }

    public boolean isEmpty() {
        return codes.isEmpty();
    }

    public boolean contains(String code) {
        return codes.contains(code);
    }

    public Stream<String> stream() {
        return codes.stream();
    }

    @Override
    public Iterator<String> iterator() {
        return codes.iterator();
    }
}
