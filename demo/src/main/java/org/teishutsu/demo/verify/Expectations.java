package org.teishutsu.demo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was expected so far, and whether it held. */
final class Expectations {

    private final List<Expectation> all = new ArrayList<>();

    void equal(String name, @Nullable Object expected, @Nullable Object found) {
        boolean held = Objects.equals(expected, found);
        all.add(new Expectation(
                name, held, held ? shown(found) : "expected " + shown(expected) + ", found " + shown(found)));
    }

    void holds(String name, boolean held, String detail) {
        all.add(new Expectation(name, held, detail));
    }

    List<Expectation> all() {
        return List.copyOf(all);
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 300 ? text.substring(0, 300) + " …" : text;
    }
}
