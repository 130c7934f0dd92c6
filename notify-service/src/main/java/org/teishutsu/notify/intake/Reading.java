package org.teishutsu.notify.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read, for whoever decides whether it was understood. Names and counts, no personal data.
 *
 * @param byteOrderMark of a file of text
 * @param delimiter of a file of text, a tab as {@code \t}
 * @param lineEnds of a file of text, outside quotes, the most frequent first
 * @param sheet of a workbook, the first being 1
 * @param hiddenSheets of a workbook, which were not read
 * @param assumed what no column tells: {@code party}, {@code status}
 * @param itemsNotOfIncident items that rows name and the incident does not: the list may be another incident's
 * @param sameFile earlier imports of the same bytes, which this one repeats
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reading(
        ListFormat format,
        @Nullable String encoding,
        @Nullable Boolean byteOrderMark,
        @Nullable String delimiter,
        @Nullable List<LineEnds.Kind> lineEnds,
        @Nullable Integer sheet,
        @Nullable Integer hiddenSheets,
        List<Column> columns,
        List<String> assumed,
        List<ReasonCount> reasons,
        List<String> itemsNotOfIncident,
        List<SameFile> sameFile) {

    /**
     * A column of the file.
     *
     * @param place the first is 1
     * @param header as the file has it
     * @param readAs a column, a part of one, {@code item:CODE}, {@code ignored} or {@code returned}
     */
    record Column(int place, String header, String readAs) {}

    /** The column of the file that a use of it, or a part of that, is read from; null if there is none. */
    @Nullable Column columnOf(String use) {
        Column part = null;
        for (Column column : columns) {
            if (column.readAs().equals(use)) {
                return column;
            }
            part = part == null && ColumnPart.isPartOf(column.readAs(), use) ? column : part;
        }
        return part;
    }

    /** How many rows were refused for a reason, in a column or as a whole (no column). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonCount(RowReason code, @Nullable String column, int rows, String japanese, String english) {}

    record SameFile(UUID id, String incident, ImportState state) {}
}
