/**
 * Cells of files that people open in a spreadsheet. Enter at {@link org.teishutsu.notify.csv.CsvCell}.
 */
@NullMarked
package org.teishutsu.notify.csv;

import org.jspecify.annotations.NullMarked;
