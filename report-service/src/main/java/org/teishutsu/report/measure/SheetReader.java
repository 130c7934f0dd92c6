package org.teishutsu.report.measure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;

/** Reads the one sheet of a plan: headers in its first row, a measure in each row below. */
final class SheetReader {
    /** Packed; a thousand measures have a tenth of it. */
    static final int LARGEST = 5 << 20;

    private static final int MOST_ROWS = 5_000;

    private SheetReader() {}

    /**
     * What was read.
     *
     * @param headers of all columns, the firm's own included; empty for a column without one
     * @param wrong every cell that cannot be read
     */
    record Content(String name, List<String> headers, List<SheetRow> rows, List<Violation> wrong) {}

    static Content read(byte[] workbook) {
        List<Violation> wrong = new ArrayList<>();
        for (String range : SheetScan.merged(workbook)) {
            wrong.add(new Violation(range, "is merged: give each row its own cell"));
        }
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true))) {
            return read(theSheet(book), wrong);
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE, "The workbook is damaged: open it, repair it and save it again");
        }
    }

    private static Sheet theSheet(ReadableWorkbook book) throws IOException {
        List<Sheet> filled = new ArrayList<>();
        for (Sheet sheet : book.getSheets().toList()) {
            try (Stream<Row> rows = sheet.openStream()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE && rows.anyMatch(row -> !SheetRow.isEmpty(row))) {
                    filled.add(sheet);
                }
            }
        }
        if (filled.size() != 1) {
            throw new ProblemException(
                    ProblemType.UNREADABLE_FILE,
                    "The workbook has " + filled.size() + " visible sheets with content: send one with the plan alone");
        }
        return filled.get(0);
    }

    private static Content read(Sheet sheet, List<Violation> wrong) throws IOException {
        List<String> headers = new ArrayList<>();
        List<SheetRow> rows = new ArrayList<>();
        Map<SheetColumn, Integer> places = new HashMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Row row : (Iterable<Row>) stream.filter(each -> !SheetRow.isEmpty(each))::iterator) {
                if (headers.isEmpty()) {
                    headers.addAll(headers(row, places, wrong));
                } else {
                    rows.add(new SheetRow(row, headers, places, wrong));
                }
                if (rows.size() > MOST_ROWS) {
                    throw new ProblemException(ProblemType.TOO_LARGE, "A plan may have " + MOST_ROWS + " rows at most");
                }
            }
        }
        return new Content(sheet.getName(), headers, rows, wrong);
    }

    private static List<String> headers(Row row, Map<SheetColumn, Integer> places, List<Violation> wrong) {
        List<String> headers = new ArrayList<>();
        for (Cell cell : row) {
            boolean text = cell != null && cell.getType() == CellType.STRING;
            headers.add(text ? cell.asString().replaceAll("\\s+", " ").strip() : "");
        }
        for (int i = 0; i < headers.size(); i++) {
            int place = i;
            String header = headers.get(i);
            String cell = SheetRow.address(i, row.getRowNum());
            if (!header.isEmpty() && headers.indexOf(header) < i) {
                wrong.add(new Violation(cell, "is the header of another column, too"));
            }
            SheetColumn.of(header).ifPresent(column -> {
                if (places.putIfAbsent(column, place) != null) {
                    wrong.add(new Violation(cell, "means the same as another column"));
                }
            });
        }
        SheetColumn.ALL.stream()
                .filter(column -> column.required() && !places.containsKey(column))
                .forEach(column ->
                        wrong.add(new Violation("row " + row.getRowNum(), "has no header 「" + column.header() + "」")));
        return headers;
    }
}
