package org.teishutsu.report.filing.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing printed below the other in a section. There is no inline markup: a block's text is only text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "items"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.BarChart.class, name = "barChart")
})
public sealed interface Block {

    /** A heading inside a section, its number included: {@code (1) 検知の経緯}. */
    record Heading(String text) implements Block {
        public Heading {
            Text.line("heading", text);
        }
    }

    /**
     * Running text; a line feed begins a new paragraph.
     *
     * @param figures keys of the figures it names, in order
     */
    record Paragraph(String text, List<String> figures) implements Block {
        public Paragraph {
            text = Text.paragraphs("paragraph", text);
            figures = Text.known(figures);
        }

        public Paragraph(String text) {
            this(text, List.of());
        }
    }

    /**
     * A list, one line of thought each; the printer sets the ・ before it.
     *
     * @param figures keys of the figures it names, in order
     */
    record Items(List<String> items, List<String> figures) implements Block {
        public Items {
            items = Text.filled("items", items);
            items.forEach(item -> Text.line("item", item));
            figures = Text.known(figures);
        }

        public Items(List<String> items) {
            this(items, List.of());
        }
    }

    /**
     * A table with a head that is repeated on each page it reaches.
     *
     * @param rows one string a column; an empty string prints an empty cell, a table without rows 該当なし
     * @param totalRow whether the last row is the total, set off from the others
     * @param figures which cells print figures
     */
    record Table(
            String caption, List<Column> columns, List<List<String>> rows, boolean totalRow, List<FigureCell> figures)
            implements Block {
        public Table {
            figures = Text.known(figures);
            Text.line("table caption", caption);
            columns = Text.filled("columns of table " + caption, columns);
            rows = rows.stream()
                    .map(row -> row.stream()
                            .map(cell -> Text.cell("cell of table " + caption, cell))
                            .toList())
                    .toList();
            for (int i = 0; i < rows.size(); i++) {
                List<String> row = rows.get(i);
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("table %s has %d columns, but row %d has %d cells"
                            .formatted(caption, columns.size(), i + 1, row.size()));
                }
            }
            if (totalRow && rows.isEmpty()) {
                throw new IllegalArgumentException("table %s has a total but no row".formatted(caption));
            }
        }

        public Table(String caption, List<Column> columns, List<List<String>> rows, boolean totalRow) {
            this(caption, columns, rows, totalRow, List.of());
        }
    }

    /**
     * A cell that prints a figure.
     *
     * @param row from 0
     * @param column from 0
     */
    record FigureCell(int row, int column, String key) {}

    /**
     * One column of a table.
     *
     * @param align NUMBER cells stand right, TEXT cells left
     * @param width relative to the other columns of the table; 1 or more
     */
    record Column(String label, Align align, int width) {
        public Column {
            Text.line("column label", label);
            if (width < 1) {
                throw new IllegalArgumentException(
                        "width of column %s must be 1 or more, was %d".formatted(label, width));
            }
        }
    }

    /** How the cells of a column stand. */
    enum Align {
        NUMBER,
        TEXT
    }

    /**
     * Horizontal bars, one a label.
     *
     * @param altText says in words what the picture shows, for those who cannot see it
     * @param unit of every value: 件, 人
     */
    record BarChart(String caption, String altText, String unit, List<Bar> series) implements Block {
        public BarChart {
            Text.line("chart caption", caption);
            Text.line("chart altText", altText);
            Text.line("chart unit", unit);
            series = Text.filled("series of chart " + caption, series);
        }
    }

    /**
     * One bar of a chart.
     *
     * @param value 0 or more, in the chart's unit
     * @param figure the key of the figure it draws; null if it draws none
     */
    record Bar(String label, long value, @Nullable String figure) {
        public Bar(String label, long value) {
            this(label, value, null);
        }

        public Bar {
            Text.line("bar label", label);
            if (value < 0) {
                throw new IllegalArgumentException(
                        "value of bar %s must not be negative, was %d".formatted(label, value));
            }
        }
    }
}
