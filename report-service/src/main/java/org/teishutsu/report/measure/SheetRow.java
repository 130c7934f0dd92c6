package org.teishutsu.report.measure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.Violation;

/** One row of a plan's sheet, read cell by cell; what cannot be read is told with the cell's address. */
final class SheetRow {
    /** In the place of a date: the stage does not apply, and why. */
    static final String NOT_APPLICABLE = "該当なし";

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final int number;
    private final List<Violation> wrong;
    private final Map<SheetColumn, Cell> cells = new HashMap<>();
    private final Map<SheetColumn, Integer> places;
    private final Map<String, SheetValue> extra = new TreeMap<>();
    private final List<Integer> clauses;
    private final List<StagePlan> stages;
    private final Map<Stage, LocalDate> done;
    private final @Nullable Integer revision;

    /**
     * Reads a row.
     *
     * @param headers what stands above each column
     * @param places where the columns stand that the suite understands
     * @param wrong what is found wrong goes there
     */
    SheetRow(Row row, List<String> headers, Map<SheetColumn, Integer> places, List<Violation> wrong) {
        this.number = row.getRowNum();
        this.wrong = wrong;
        this.places = places;
        for (Cell cell : row) {
            if (cell == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            int column = cell.getColumnIndex();
            if (cell.getType() == CellType.FORMULA) {
                refuse(column, "holds a formula: paste its value in its place");
            } else if (cell.getType() == CellType.ERROR) {
                refuse(column, "holds an error of the spreadsheet");
            } else if (column < headers.size() && !headers.get(column).isEmpty()) {
                keep(cell, headers.get(column));
            } else if (!text(cell).isBlank()) {
                refuse(column, "stands under no header");
            }
        }
        this.clauses = readClauses();
        this.stages = readStages();
        this.done = readDone();
        this.revision = readRevision();
    }

    private void keep(Cell cell, String header) {
        SheetColumn.of(header).ifPresentOrElse(column -> cells.put(column, cell), () -> extra.put(header, value(cell)));
    }

    static boolean isEmpty(Row row) {
        return row.stream()
                .allMatch(cell -> cell == null
                        || cell.getType() == CellType.EMPTY
                        || (cell.getType() == CellType.STRING && cell.asString().isBlank()));
    }

    int number() {
        return number;
    }

    Map<String, SheetValue> extra() {
        return extra;
    }

    /** The text of a cell without surrounding blanks; empty if there is none. */
    String text(SheetColumn.Kind kind) {
        Cell cell = cells.get(new SheetColumn(kind, null));
        return cell == null ? "" : text(cell).strip();
    }

    List<Integer> clauses() {
        return clauses;
    }

    /** The stages whose date or reason is filled in, in their order. */
    List<StagePlan> stages() {
        return stages;
    }

    Map<Stage, LocalDate> done() {
        return done;
    }

    @Nullable Integer revision() {
        return revision;
    }

    private List<Integer> readClauses() {
        List<Integer> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(Normalizer.normalize(text(SheetColumn.Kind.CLAUSES), Normalizer.Form.NFKC));
        while (matcher.find()) {
            if (matcher.group().length() > 4) {
                refuse(SheetColumn.Kind.CLAUSES, "names a clause no order has");
            } else {
                found.add(Integer.valueOf(matcher.group()));
            }
        }
        return found;
    }

    private List<StagePlan> readStages() {
        List<StagePlan> found = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            SheetColumn column = new SheetColumn(SheetColumn.Kind.DUE, stage);
            Cell cell = cells.get(column);
            if (cell == null || text(cell).isBlank()) {
                continue;
            }
            String text = text(cell).strip();
            if (cell.getType() == CellType.STRING && text.startsWith(NOT_APPLICABLE)) {
                String reason = text.substring(NOT_APPLICABLE.length()).replaceFirst("^[：:（(]\\s*", "");
                reason = reason.replaceFirst("[）)]$", "").strip();
                if (reason.isEmpty()) {
                    refuse(column, "needs the reason: " + NOT_APPLICABLE + "：既存の規程で足りる");
                } else {
                    found.add(new StagePlan(stage, null, reason));
                }
            } else {
                LocalDate due = day(column);
                if (due != null) {
                    found.add(new StagePlan(stage, due, null));
                }
            }
        }
        return found;
    }

    private Map<Stage, LocalDate> readDone() {
        Map<Stage, LocalDate> found = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            LocalDate day = day(new SheetColumn(SheetColumn.Kind.DONE, stage));
            if (day != null) {
                found.put(stage, day);
            }
        }
        return found;
    }

    private @Nullable Integer readRevision() {
        String text = text(SheetColumn.Kind.REVISION);
        try {
            return text.isEmpty() ? null : new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            refuse(SheetColumn.Kind.REVISION, "is no number");
            return null;
        }
    }

    void refuse(SheetColumn.Kind kind, String message) {
        refuse(new SheetColumn(kind, null), message);
    }

    void refuse(SheetColumn column, String message) {
        refuse(places.getOrDefault(column, 0), message);
    }

    private void refuse(int column, String message) {
        wrong.add(new Violation(address(column, number), message));
    }

    /** Where one of its columns stands; the first column for one that the sheet does not have. */
    String address(SheetColumn column) {
        return address(places.getOrDefault(column, 0), number);
    }

    /** As a spreadsheet names it: {@code D7}. */
    static String address(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }

    private @Nullable LocalDate day(SheetColumn column) {
        Cell cell = cells.get(column);
        if (cell == null || text(cell).isBlank()) {
            return null;
        }
        LocalDate day = cell.getType() == CellType.NUMBER
                ? ofNumber(cell)
                : ofText(text(cell).strip());
        if (day == null || day.getYear() < 1990 || day.getYear() > 2099) {
            refuse(column, "is no day: write 2017-08-31");
            return null;
        }
        return day;
    }

    private static @Nullable LocalDate ofNumber(Cell cell) {
        try {
            return cell.asDate().toLocalDate();
        } catch (RuntimeException e) {
            return null; // whatever a number out of range makes of the reader
        }
    }

    private static @Nullable LocalDate ofText(String text) {
        for (DateTimeFormatter form : DAYS) {
            TemporalAccessor parsed = form.parseUnresolved(text, new ParsePosition(0));
            if (parsed != null) {
                try {
                    return LocalDate.parse(text, form);
                } catch (DateTimeParseException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case FORMULA, ERROR, EMPTY -> "";
        };
    }

    private static SheetValue value(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> SheetValue.of(cell.asNumber(), cell.getDataFormatString());
            case BOOLEAN -> SheetValue.of(cell.asBoolean());
            case STRING, FORMULA, ERROR, EMPTY -> SheetValue.of(text(cell));
        };
    }
}
