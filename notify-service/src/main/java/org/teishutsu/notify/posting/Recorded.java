package org.teishutsu.notify.posting;

import java.util.List;

/**
 * What came of a file of words on letters.
 *
 * @param recorded now
 * @param already the same was known, so nothing changed
 * @param refused with what is wrong, by the file's line
 */
record Recorded(int recorded, int already, List<Refused> refused) {

    /** A line that was not taken. */
    record Refused(long line, String why) {}
}
