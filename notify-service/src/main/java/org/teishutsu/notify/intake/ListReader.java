package org.teishutsu.notify.intake;

import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.exposure.ItemCatalogue;

/** Reads a list row by row, whatever its format; refuses, with the line, what is no list at all. */
final class ListReader implements AutoCloseable {

    private final RowSource source;
    private final ListHeader header;
    private int rows;

    private ListReader(RowSource source, ColumnMapping mapping, ItemCatalogue catalogue) {
        this.source = source;
        RowSource.Row first = source.next();
        if (first == null) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file has no header");
        }
        header = ListHeader.of(first.cells(), mapping, catalogue);
    }

    /** Opens a list by its content: neither name nor content type is asked. */
    static ListReader open(ListFile file, ColumnMapping mapping, ItemCatalogue catalogue) throws IOException {
        ToIntFunction<List<String>> known = cells -> ListHeader.known(cells, mapping, catalogue);
        RowSource source = file.isWorkbook() ? SheetRows.open(file) : open(file, file.encoding(), known);
        try {
            return new ListReader(source, mapping, catalogue);
        } catch (RuntimeException refused) {
            source.close();
            throw refused;
        }
    }

    private static RowSource open(ListFile file, ListEncoding encoding, ToIntFunction<List<String>> known)
            throws IOException {
        return new DelimitedRows(file.bytes(), encoding, known);
    }

    ListHeader header() {
        return header;
    }

    /** The next row below the header, or null at the end of the file. */
    @Nullable CsvRow next() {
        RowSource.Row row = source.next();
        while (row != null && isBlank(row.cells())) {
            row = source.next();
        }
        if (row == null) {
            return null;
        }
        rows++;
        return new CsvRow(rows, row.line(), row.cells());
    }

    /** Nothing but delimiters: spreadsheets write such rows behind the last one. */
    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** How the file is written, once it is read to its end. */
    RowSource.Traits traits() {
        return source.traits();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
