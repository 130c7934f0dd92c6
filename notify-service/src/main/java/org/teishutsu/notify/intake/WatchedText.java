package org.teishutsu.notify.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * Watches a file of text on its way to the CSV reader for what the reader does not tell: how lines end, a quote that is
 * still open when the file ends (everything below would be swallowed by one cell), and records no list has, before they
 * fill the memory.
 */
final class WatchedText extends FilterReader {

    /** A cell longer than this is a quote left open: the longest column takes a few thousand characters. */
    static final int LONGEST_CELL = 1 << 16;

    /** The longest cells of all columns together have some 4,000 characters; remarks of a desk can be long, too. */
    static final int LONGEST_RECORD = 1 << 20;

    private final char delimiter;
    private final LineEnds lineEnds = new LineEnds();
    private boolean atCellStart = true;
    private boolean quoted;
    private boolean afterReturn;
    private boolean lastWasReturn;
    private long line = 1;
    private long quoteLine;
    /** Characters read before this buffer, and where in the file the record began. */
    private long before;

    private long recordStart;
    private long cellStart;
    private int cells = 1;

    WatchedText(Reader text, char delimiter) {
        super(text);
        this.delimiter = delimiter;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = 0; i < read; i++) {
            watch(buffer[offset + i], before + i);
        }
        before += Math.max(read, 0);
        if (before - cellStart > LONGEST_CELL) {
            throw unreadable(
                    quoted
                            ? "The quote that opens in line " + quoteLine + " is not closed for 65,536 characters"
                            : "Line " + line + " has a cell of more than 65,536 characters");
        }
        if (before - recordStart > LONGEST_RECORD) {
            throw unreadable("Line " + line + " has more than a million characters");
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** Whether the last quote that opened was never closed. */
    boolean isOpen() {
        return quoted;
    }

    /** Where the last quote opened. */
    long quoteLine() {
        return quoteLine;
    }

    /** Of the file, once it is read to its end. */
    LineEnds lineEnds() {
        if (afterReturn) {
            lineEnds.count(LineEnds.Kind.CR);
            afterReturn = false;
        }
        return lineEnds;
    }

    private void watch(char c, long at) {
        if (quoted) {
            // A doubled quote closes and opens again: the second one is taken for the start of a cell.
            quoted = c != '"';
            atCellStart = !quoted;
            countLine(c);
        } else if (c == '"' && atCellStart) {
            settleReturn(c);
            quoted = true;
            quoteLine = line;
        } else {
            settleReturn(c);
            countLine(c);
            atCellStart = c == delimiter || c == '\n' || c == '\r';
            cellStart = atCellStart ? at : cellStart;
            if (c == delimiter) {
                countCell();
            } else if (atCellStart) {
                recordStart = at;
                cells = 1;
            }
        }
    }

    /** What a carriage return outside quotes was is known one character later. */
    private void settleReturn(char c) {
        if (afterReturn) {
            lineEnds.count(c == '\n' ? LineEnds.Kind.CRLF : LineEnds.Kind.CR);
        } else if (c == '\n') {
            lineEnds.count(LineEnds.Kind.LF);
        }
        afterReturn = c == '\r';
    }

    /** CRLF is one line end: the return counts, the feed after it does not. */
    private void countLine(char c) {
        if (c == '\r' || (c == '\n' && !lastWasReturn)) {
            line++;
        }
        lastWasReturn = c == '\r';
    }

    private void countCell() {
        cells++;
        if (cells > 10 * ListHeader.MOST_COLUMNS) {
            throw unreadable("Line " + line + " has more than " + 10 * ListHeader.MOST_COLUMNS + " cells");
        }
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemType.UNREADABLE_FILE, detail);
    }
}
