package org.teishutsu.notify.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Reads a list row by row; refuses, with the line, what is no CSV at all. */
final class ListReader implements AutoCloseable {

    /** A cell longer than this is a quote left open: the longest column takes a few thousand characters. */
    private static final int LONGEST_CELL = 1 << 16;

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final OpenQuoteReader text;
    private final CloseableIterator<CsvRecord> records;
    private final ListHeader header;
    private long lastLine = 1;
    private int rows;

    ListReader(InputStream bytes, ListEncoding encoding) throws IOException {
        text = new OpenQuoteReader(withoutMark(new InputStreamReader(bytes, encoding.strictDecoder())));
        records = CsvReader.builder()
                .maxBufferSize(LONGEST_CELL)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .iterator();
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file has no header");
        }
        header = ListHeader.of(first.getFields());
    }

    ListHeader header() {
        return header;
    }

    /** The next row below the header, or null at the end of the file. */
    @Nullable CsvRow next() {
        CsvRecord csv = nextRecord();
        if (csv == null) {
            return null;
        }
        rows++;
        return new CsvRow(rows, csv.getStartingLineNumber(), csv.getFields());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord csv = records.next();
            lastLine = csv.getStartingLineNumber();
            if (text.isOpen() && !records.hasNext()) {
                throw unreadable("The quote that opens in line " + text.quoteLine() + " is never closed");
            }
            return csv;
        } catch (CsvParseException broken) {
            // Its message holds characters of the file.
            throw unreadable("The quotes are broken in the record after line " + lastLine);
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemType.UNREADABLE_FILE, detail);
    }

    private static Reader withoutMark(Reader decoded) throws IOException {
        BufferedReader reader = new BufferedReader(decoded);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
