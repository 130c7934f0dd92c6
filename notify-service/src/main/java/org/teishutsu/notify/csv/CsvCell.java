package org.teishutsu.notify.csv;

/**
 * A cell as spreadsheets are to see it: what would be taken for a formula gets an apostrophe in front, and loses it
 * again when the file comes back.
 */
public final class CsvCell {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char PREFIX = '\'';

    private CsvCell() {}

    /** As a spreadsheet is to see it. */
    public static String neutralised(String text) {
        return startsFormula(text) || wasNeutralised(text) ? PREFIX + text : text;
    }

    /** As it was before it was {@link #neutralised}. */
    public static String restored(String cell) {
        return wasNeutralised(cell) ? cell.substring(1) : cell;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** One apostrophe or more before a formula, so that a text that had one itself survives the way there and back. */
    private static boolean wasNeutralised(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == PREFIX) {
            start++;
        }
        return start > 0 && startsFormula(text.substring(start));
    }
}
