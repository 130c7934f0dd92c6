package org.teishutsu.report.filing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every printed string must satisfy, so that a mistake is refused where it is made and not at the printer. */
final class Text {
    private Text() {}

    /** One line: not blank, no control characters. */
    static String line(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return noControls(what, value, false);
    }

    /** One or more paragraphs, separated by line feeds; carriage returns of a form are taken off. */
    static String paragraphs(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return noControls(what, value.replace("\r\n", "\n"), true);
    }

    /** A table cell: may be empty, may hold line feeds. */
    static String cell(String what, String value) {
        return noControls(what, value.replace("\r\n", "\n"), true);
    }

    static <T> List<T> filled(String what, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return List.copyOf(values);
    }

    /** What was stored before figures had keys names none. */
    static <T> List<T> known(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private static String noControls(String what, String value, boolean lineFeeds) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) && !(lineFeeds && c == '\n')) {
                throw new IllegalArgumentException(
                        "%s must not contain the control character U+%04X (at index %d)".formatted(what, (int) c, i));
            }
        }
        return value;
    }
}
