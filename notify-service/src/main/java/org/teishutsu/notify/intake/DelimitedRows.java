package org.teishutsu.notify.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Rows of a file of text: RFC 4180 with commas or tabs, and lines that end in any way. */
final class DelimitedRows implements RowSource {

    /** More than the watch on the text lets through, so that it is the watch that refuses. */
    private static final int BUFFER = 4 * WatchedText.LONGEST_CELL;

    private static final int LONGEST_HEADER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', '\t'};

    private final ListEncoding encoding;
    private final boolean byteOrderMark;
    private final char delimiter;
    private final WatchedText text;
    private final CloseableIterator<CsvRecord> records;
    private long lastLine = 1;

    /** @param known how many cells of a row are names of columns: the delimiter is the one that makes out more */
    DelimitedRows(InputStream bytes, ListEncoding encoding, ToIntFunction<List<String>> known) throws IOException {
        this.encoding = encoding;
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(bytes, encoding.strictDecoder()), 2 * LONGEST_HEADER);
        byteOrderMark = dropMark(reader);
        delimiter = delimiter(beginning(reader), known);
        text = new WatchedText(reader, delimiter);
        records = reader(delimiter).ofCsvRecord(text).iterator();
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord csv = records.next();
            lastLine = csv.getStartingLineNumber();
            if (text.isOpen() && !records.hasNext()) {
                throw unreadable("The quote that opens in line " + text.quoteLine() + " is never closed");
            }
            return new Row(lastLine, csv.getFields());
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof ProblemException refused) {
                throw refused;
            }
            // Its message holds characters of the file.
            throw unreadable("The quotes are broken in the record after line " + lastLine);
        }
    }

    @Override
    public Traits traits() {
        return new Traits(
                delimiter == '\t' ? ListFormat.TSV : ListFormat.CSV,
                encoding,
                byteOrderMark,
                delimiter,
                text.lineEnds().kinds(),
                0,
                0);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static CsvReader.CsvReaderBuilder reader(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .maxBufferSize(BUFFER)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    private static boolean dropMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() == BYTE_ORDER_MARK) {
            return true;
        }
        reader.reset();
        return false;
    }

    /** What a header can be at most, still to be read. */
    private static String beginning(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int length = 0;
        for (int read = 0;
                read >= 0 && length < start.length;
                read = reader.read(start, length, start.length - length)) {
            length += read;
        }
        reader.reset();
        return new String(start, 0, length);
    }

    private static char delimiter(String beginning, ToIntFunction<List<String>> known) {
        char best = DELIMITERS[0];
        long bestScore = -1;
        for (char candidate : DELIMITERS) {
            List<String> header = firstRecord(beginning, candidate);
            long score = ((long) known.applyAsInt(header) << 32) + header.size();
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<String> firstRecord(String beginning, char delimiter) {
        try (CloseableIterator<CsvRecord> records =
                reader(delimiter).ofCsvRecord(new StringReader(beginning)).iterator()) {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException notThisOne) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemType.UNREADABLE_FILE, detail);
    }
}
