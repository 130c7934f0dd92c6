package org.teishutsu.report.filing.pdf;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.pdf.FilingPage.Cell;
import org.teishutsu.report.filing.pdf.FilingPage.Column;
import org.teishutsu.report.filing.pdf.FilingPage.Piece;
import org.teishutsu.report.filing.pdf.FilingPage.Row;

/** The blocks of one section, ready for the template. */
final class PieceComposer {
    /** Rows up to which a table is not spread over two pages. */
    private static final int SHORT_TABLE = 10;

    private PieceComposer() {}

    static List<Piece> pieces(String where, List<Block> blocks) {
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> piece("%s, block %d".formatted(where, i + 1), blocks.get(i)))
                .toList();
    }

    private static Piece piece(String where, Block block) {
        if (block instanceof Block.Heading heading) {
            return piece("heading", Printed.text(where, heading.text()), List.of(), null);
        }
        if (block instanceof Block.Paragraph paragraph) {
            return piece("paragraphs", "", Printed.lines(where, paragraph.text()), null);
        }
        if (block instanceof Block.Items items) {
            List<String> lines = items.items().stream()
                    .map(item -> Printed.text(where, item))
                    .toList();
            return piece("items", "", lines, null);
        }
        if (block instanceof Block.Table table) {
            return table(where, table);
        }
        return chart(where, (Block.BarChart) block);
    }

    private static Piece piece(String kind, String text, List<String> lines, @Nullable RawString svg) {
        return new Piece(kind, text, lines, List.of(), List.of(), true, svg);
    }

    private static Piece table(String where, Block.Table table) {
        int total = table.columns().stream().mapToInt(Block.Column::width).sum();
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(
                        Printed.text(where + ", head", column.label()),
                        style(column),
                        String.format(Locale.ROOT, "%.3f%%", 100.0 * column.width() / total)))
                .toList();
        List<Row> rows = IntStream.range(0, table.rows().size())
                .mapToObj(i -> row(where, table, i))
                .toList();
        String caption = Printed.text(where + ", caption", table.caption());
        return new Piece("table", caption, List.of(), columns, rows, rows.size() <= SHORT_TABLE, null);
    }

    private static Row row(String where, Block.Table table, int index) {
        List<String> texts = table.rows().get(index);
        boolean isTotal = table.totalRow() && index == table.rows().size() - 1;
        List<Cell> cells = IntStream.range(0, texts.size())
                .mapToObj(i -> new Cell(
                        style(table.columns().get(i)),
                        Printed.lines("%s, row %d, column %d".formatted(where, index + 1, i + 1), texts.get(i))))
                .toList();
        return new Row(isTotal ? "total" : "body", cells);
    }

    private static String style(Block.Column column) {
        return switch (column.align()) {
            case NUMBER -> "number";
            case TEXT -> "text";
        };
    }

    private static Piece chart(String where, Block.BarChart chart) {
        String caption = Printed.text(where + ", caption", chart.caption());
        List<ChartDrawing.Bar> bars = chart.series().stream()
                .map(bar -> new ChartDrawing.Bar(
                        Printed.text(where + ", label", bar.label()),
                        bar.value(),
                        Printed.text(where + ", unit", String.format(Locale.ROOT, "%,d", bar.value()) + chart.unit())))
                .toList();
        String altText = Printed.text(where + ", altText", chart.altText());
        return piece("chart", caption, List.of(), new RawString(ChartDrawing.svg(altText, bars)));
    }
}
