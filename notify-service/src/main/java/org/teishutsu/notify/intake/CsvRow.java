package org.teishutsu.notify.intake;

import java.util.List;

/**
 * A record of the file below its header, unjudged.
 *
 * @param rowNo 1 for the first record below the header
 * @param line where it begins, the header being line 1; in a workbook the number of its row
 * @param cells as the file has them; never changed by whoever made the list, which is not copied once a row
 */
record CsvRow(int rowNo, long line, List<String> cells) {

    /** Masked: the cells are personal data. */
    @Override
    public String toString() {
        return "CsvRow[line=" + line + ", ***]";
    }
}
