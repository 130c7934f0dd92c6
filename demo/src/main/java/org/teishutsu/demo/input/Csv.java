package org.teishutsu.demo.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as RFC 4180 has them: quotes where needed, quotes doubled inside. */
public final class Csv {

    private Csv() {}

    /** One record, without its line end. */
    public static String line(List<? extends @Nullable String> cells) {
        StringBuilder line = new StringBuilder(160);
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            append(line, cells.get(i));
        }
        return line.toString();
    }

    private static void append(StringBuilder line, @Nullable String cell) {
        if (cell == null) {
            return;
        }
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
            line.append(cell);
        } else {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    /** Hands every record to {@code each}, one at a time, the header first. No record spans two lines here. */
    public static void read(BufferedReader reader, Consumer<List<String>> each) {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                each.accept(cells(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(12);
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
