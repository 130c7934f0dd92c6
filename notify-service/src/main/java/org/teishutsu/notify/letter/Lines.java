package org.teishutsu.notify.letter;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.common.print.LineBreaks;

/** Breaks text into lines of a width. */
final class Lines {
    private Lines() {}

    /**
     * The lines of a text, none of them wider than allowed unless a single character is.
     *
     * @param first width of the first line in parts of the size
     * @param others width of the others
     */
    static List<String> of(String text, Typeface face, double first, double others) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            double width = lines.isEmpty() ? first : others;
            int end = face.width(rest) <= width ? rest.length() : end(rest, face, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end);
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static int end(String text, Typeface face, double width) {
        int end = lastFit(LineBreaks.betweenWords(), text, face, width);
        if (end == 0) {
            end = lastFit(LineBreaks.anywhere(), text, face, width);
        }
        return end == 0 ? text.offsetByCodePoints(0, 1) : end;
    }

    /** A space at the end of a line takes no room. */
    private static int lastFit(LineBreaks breaks, String text, Typeface face, double width) {
        breaks.setText(text);
        int last = 0;
        double used = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            String piece = text.substring(last, next);
            if (used + face.width(piece.stripTrailing()) > width) {
                return last;
            }
            used += face.width(piece);
            last = next;
        }
        return last;
    }
}
