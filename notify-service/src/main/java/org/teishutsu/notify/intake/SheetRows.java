package org.teishutsu.notify.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Rows of the one visible sheet of a workbook that has any, filtered-out rows included. */
final class SheetRows implements RowSource {

    /** The packed workbook is held in memory; half a million people fit in. */
    static final long LARGEST = 48L << 20;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final int hiddenSheets;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final SheetCell cells;
    private int width;

    private SheetRows(ReadableWorkbook workbook, Sheet sheet, int hiddenSheets) throws IOException {
        this.workbook = workbook;
        this.sheet = sheet;
        this.hiddenSheets = hiddenSheets;
        stream = sheet.openStream();
        rows = stream.iterator();
        cells = new SheetCell(workbook.isDate1904());
    }

    static SheetRows open(ListFile file) throws IOException {
        if (file.size() > LARGEST) {
            throw unreadable("A workbook of more than " + (LARGEST >> 20) + " MiB is too large: send it as CSV UTF-8");
        }
        byte[] bytes = file.bytes().readAllBytes();
        // A workbook without styles, as programs write them, has no formats that could be asked for.
        boolean styled = WorkbookGuard.check(bytes);
        try {
            return open(new ReadableWorkbook(new ByteArrayInputStream(bytes), styled ? WITH_FORMATS : WITHOUT_FORMATS));
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw broken();
        }
    }

    private static SheetRows open(ReadableWorkbook workbook) throws IOException {
        try {
            List<Sheet> visible = new ArrayList<>();
            int hidden = 0;
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    hidden++;
                } else if (hasCells(sheet)) {
                    visible.add(sheet);
                }
            }
            if (visible.isEmpty()) {
                throw unreadable("No visible sheet of the workbook has a header");
            }
            if (visible.size() > 1) {
                throw unreadable(
                        "The workbook has " + visible.size()
                                + " sheets with cells: whoever stands in the others would be left out; send one list at a time");
            }
            return new SheetRows(workbook, visible.get(0), hidden);
        } catch (IOException | RuntimeException refused) {
            workbook.close();
            throw refused;
        }
    }

    private static boolean hasCells(Sheet sheet) throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent());
        }
    }

    @Override
    public @Nullable Row next() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                List<String> texts = texts(row);
                if (!texts.isEmpty()) {
                    return new Row(row.getRowNum(), texts);
                }
            }
            return null;
        } catch (RuntimeException broken) {
            // Its message may hold characters of the file.
            throw broken();
        }
    }

    /** As wide as the header: a sheet does not say where a row ends. What has cells behind that is wider. */
    private List<String> texts(org.dhatim.fastexcel.reader.Row row) {
        List<String> texts = new ArrayList<>(width);
        int filled = 0;
        for (Cell cell : row) {
            String text = cells.text(cell);
            texts.add(text);
            filled = text.isBlank() ? filled : texts.size();
        }
        if (filled == 0) {
            return List.of();
        }
        width = width == 0 ? filled : width;
        while (texts.size() > Math.max(width, filled)) {
            texts.remove(texts.size() - 1);
        }
        while (texts.size() < width) {
            texts.add("");
        }
        return texts;
    }

    @Override
    public Traits traits() {
        return new Traits(ListFormat.XLSX, null, false, ',', List.of(), sheet.getIndex() + 1, hiddenSheets);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static ProblemException broken() {
        return unreadable("The workbook is damaged: open it, repair it and save it again");
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemType.UNREADABLE_FILE, detail);
    }
}
