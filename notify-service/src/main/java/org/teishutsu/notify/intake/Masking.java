package org.teishutsu.notify.intake;

/** A cell so far as somebody recognises it who has the file, and nobody else. */
final class Masking {

    private static final int LONGEST = 12;

    private Masking() {}

    /** The first character and how many follow: 山***. Spreadsheets' damage stays recognisable by its length. */
    static String of(String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        int first = cell.codePointAt(0);
        int others = Math.min(LONGEST, cell.codePointCount(0, cell.length()) - 1);
        String shown = Character.isISOControl(first) ? "*" : Character.toString(first);
        return shown + "*".repeat(others);
    }
}
