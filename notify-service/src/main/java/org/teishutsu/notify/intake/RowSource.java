package org.teishutsu.notify.intake;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file in any format, the header being the first; rows without any cell are left out. */
interface RowSource extends AutoCloseable {

    /** A row and the line it begins in, the first line being 1. */
    record Row(long line, List<String> cells) {

        /** Masked: the cells may be personal data. */
        @Override
        public String toString() {
            return "Row[line=" + line + ", ***]";
        }
    }

    /** The next row, or null at the end. Refuses, with the line, what is no row at all. */
    @Nullable Row next();

    /** What is known of the file once it is read to its end. */
    Traits traits();

    @Override
    void close() throws IOException;

    /** How the file is written; see {@link Reading}. */
    record Traits(
            ListFormat format,
            @Nullable ListEncoding encoding,
            boolean byteOrderMark,
            char delimiter,
            List<LineEnds.Kind> lineEnds,
            int sheet,
            int hiddenSheets) {}
}
