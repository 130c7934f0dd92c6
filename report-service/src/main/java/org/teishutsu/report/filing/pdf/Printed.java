package org.teishutsu.report.filing.pdf;

import java.util.List;
import org.teishutsu.common.font.Printable;

/** The only door through which text reaches the page: normalised, and refused if a character cannot be printed. */
final class Printed {
    private Printed() {}

    static String text(String where, String text) {
        return Printable.checked(where, text);
    }

    /** The lines of a text that are not empty, one printed line or paragraph each. */
    static List<String> lines(String where, String text) {
        return Printable.normalise(text)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Printable.checked(where, line))
                .toList();
    }
}
