package org.teishutsu.notify.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Notices a quote that is still open when the file ends, which a CSV reader takes for a last, long cell: everything
 * below the quote would be swallowed by it.
 */
final class OpenQuoteReader extends FilterReader {

    private boolean atCellStart = true;
    private boolean quoted;
    private long line = 1;
    private long quoteLine;

    OpenQuoteReader(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            watch(buffer[i]);
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

    private void watch(char c) {
        if (c == '\n') {
            line++;
        }
        if (quoted) {
            // A doubled quote closes and opens again: the second one is taken for the start of a cell.
            quoted = c != '"';
            atCellStart = !quoted;
        } else if (c == '"' && atCellStart) {
            quoted = true;
            quoteLine = line;
        } else {
            atCellStart = c == ',' || c == '\n' || c == '\r';
        }
    }
}
