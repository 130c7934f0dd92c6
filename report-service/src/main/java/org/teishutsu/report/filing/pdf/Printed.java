package org.teishutsu.report.filing.pdf;

import java.util.List;
import java.util.OptionalInt;
import org.teishutsu.common.font.Printable;

/** The only door through which text reaches the page: normalised, and refused if a character cannot be printed. */
final class Printed {
    private Printed() {}

    static String text(String where, String text) {
        return checked(where, Printable.normalise(text));
    }

    /** The lines of a text that are not empty, one printed line or paragraph each. */
    static List<String> lines(String where, String text) {
        return Printable.normalise(text)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> checked(where, line))
                .toList();
    }

    private static String checked(String where, String normalised) {
        OptionalInt unprintable = Printable.firstUnprintable(normalised);
        if (unprintable.isPresent()) {
            throw new UnprintableCharacterException(unprintable.getAsInt(), where);
        }
        return normalised;
    }
}
