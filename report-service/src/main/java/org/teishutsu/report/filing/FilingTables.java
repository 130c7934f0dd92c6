package org.teishutsu.report.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

/**
 * The tables of a filing as a workbook: a sheet for each section that has some, and one with every figure, its source and
 * its parts. A cell that prints a figure holds the number, so that it can be counted with.
 */
final class FilingTables {
    private static final int NAME_MAX = 31;

    /** Characters for each unit of a column's share. */
    private static final int CHARACTERS = 6;

    private static final int WIDE = 40;
    private static final int NARROW = 14;
    private static final String UNSUITABLE = "[\\\\/?*\\[\\]:]";

    private final FilingContent content;
    private final Map<String, Figure> figures = new HashMap<>();

    private FilingTables(FilingContent content) {
        this.content = content;
        content.printedFigures().forEach(figure -> figures.put(figure.key(), figure));
    }

    static byte[] xlsx(FilingContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Teishutsu", null)) {
            new FilingTables(content).write(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Workbook workbook) {
        content.all().forEach(section -> {
            List<Block.Table> tables = section.blocks().stream()
                    .filter(Block.Table.class::isInstance)
                    .map(Block.Table.class::cast)
                    .toList();
            if (!tables.isEmpty()) {
                write(workbook.newWorksheet(nameOf(section)), section, tables);
            }
        });
        writeFigures(workbook.newWorksheet("計数の出所"));
    }

    private static String nameOf(Section section) {
        String name = (section.number() + " " + section.title()).replaceAll(UNSUITABLE, "");
        return name.substring(0, Math.min(NAME_MAX, name.length()));
    }

    private void write(Worksheet sheet, Section section, List<Block.Table> tables) {
        sheet.value(0, 0, section.number() + "　" + section.title());
        sheet.style(0, 0).bold().set();
        int row = 2;
        for (Block.Table table : tables) {
            row = write(sheet, table, row) + 2;
        }
        for (int column = 0; column < columns(tables); column++) {
            sheet.width(column, width(tables, column));
        }
    }

    private static int columns(List<Block.Table> tables) {
        return tables.stream().mapToInt(table -> table.columns().size()).max().orElse(0);
    }

    /** In characters: that of the table which wants the most of this column. */
    private static int width(List<Block.Table> tables, int column) {
        return tables.stream()
                .filter(table -> table.columns().size() > column)
                .mapToInt(table -> table.columns().get(column).width() * CHARACTERS)
                .max()
                .orElse(CHARACTERS);
    }

    /** Gives the first row below the table. */
    private int write(Worksheet sheet, Block.Table table, int top) {
        sheet.value(top, 0, table.caption());
        sheet.style(top, 0).bold().set();
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(top + 1, column, table.columns().get(column).label());
            sheet.style(top + 1, column).bold().fillColor("EEEEEE").set();
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                cell(sheet, table, top + 2 + row, row, column);
            }
        }
        return top + 2 + table.rows().size();
    }

    private void cell(Worksheet sheet, Block.Table table, int at, int row, int column) {
        String text = table.rows().get(row).get(column);
        Long number = table.figures().stream()
                .filter(cell -> cell.row() == row && cell.column() == column)
                .map(cell -> numberOf(cell.key(), text))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (number == null) {
            sheet.value(at, column, text);
            sheet.style(at, column).wrapText(true).verticalAlignment("top").set();
        } else {
            sheet.value(at, column, number);
            sheet.style(at, column).format("#,##0").set();
        }
    }

    /** The number that a cell prints of a figure: today's, the last report's, or the difference; null if it has none. */
    private @Nullable Long numberOf(String key, String text) {
        Figure figure = Objects.requireNonNull(figures.get(key));
        for (Shown.Aspect aspect : Shown.Aspect.values()) {
            Long number = switch (aspect) {
                case NOW -> figure.value();
                case BEFORE -> figure.before();
                case DIFFERENCE -> figure.difference();
            };
            if (number != null && text.equals(new Shown(figure, aspect).printed())) {
                return number;
            }
        }
        return null;
    }

    private void writeFigures(Worksheet sheet) {
        List<String> head = List.of("番号", "計数", "単位", "今回", "前回", "差", "集計元", "問合せ", "集計元での位置", "内訳");
        for (int column = 0; column < head.size(); column++) {
            sheet.value(0, column, head.get(column));
            sheet.style(0, column).bold().fillColor("EEEEEE").set();
            sheet.width(column, column == 1 || column >= 6 ? WIDE : NARROW);
        }
        sheet.freezePane(0, 1);
        int row = 1;
        for (Figure figure : content.printedFigures()) {
            Figure.Source source = content.sources().stream()
                    .filter(candidate -> candidate.id().equals(figure.source()))
                    .findFirst()
                    .orElseThrow();
            sheet.value(row, 0, figure.key());
            sheet.value(row, 1, figure.label());
            sheet.value(row, 2, figure.unit().label());
            sheet.value(row, 3, figure.value());
            sheet.value(row, 4, figure.before());
            sheet.value(row, 5, figure.difference());
            sheet.value(row, 6, source.service());
            sheet.value(row, 7, source.query());
            sheet.value(row, 8, figure.path());
            sheet.value(
                    row,
                    9,
                    String.join(
                            "、",
                            figure.parts().stream()
                                    .map(part -> part.label() + " " + Wording.number(part.value()))
                                    .toList()));
            row++;
        }
    }
}
