package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Block.Align;
import org.teishutsu.report.filing.content.Block.Column;
import org.teishutsu.report.filing.content.Section;

/** One section while it is being written; numbers its own headings. */
final class SectionDraft {
    private final String number;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();
    private int headings;

    SectionDraft(String number, String title) {
        this.number = number;
        this.title = title;
    }

    SectionDraft heading(String text) {
        headings++;
        blocks.add(new Block.Heading("(" + headings + ") " + text));
        return this;
    }

    /** A paragraph; with values, {@code text} is their format, and a figure among them stands as its token. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    SectionDraft say(String text, Object... values) {
        blocks.add(new Block.Paragraph(values.length == 0 ? text : text.formatted(values)));
        return this;
    }

    SectionDraft items(List<String> items) {
        if (items.isEmpty()) {
            return say("該当事項はない。");
        }
        blocks.add(new Block.Items(items));
        return this;
    }

    SectionDraft table(Table table) {
        if (table.rows.isEmpty()) {
            return say("%s：該当事項はない。", table.caption);
        }
        blocks.add(new Block.Table(table.caption, table.columns, table.rows, table.total, table.figures));
        return this;
    }

    SectionDraft chart(Block.BarChart chart) {
        blocks.add(chart);
        return this;
    }

    Section done() {
        if (blocks.isEmpty()) {
            say("該当事項はない。");
        }
        return new Section(number, title, blocks);
    }

    /** A table while its rows are being collected. */
    static final class Table {
        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Block.FigureCell> figures = new ArrayList<>();
        private boolean total;

        Table(String caption) {
            this.caption = caption;
        }

        Table text(String label, int width) {
            columns.add(new Column(label, Align.TEXT, width));
            return this;
        }

        Table number(String label, int width) {
            columns.add(new Column(label, Align.NUMBER, width));
            return this;
        }

        /** Each cell a text or a figure. */
        Table row(Object... cells) {
            List<String> texts = new ArrayList<>();
            for (Object cell : cells) {
                if (cell instanceof Shown shown) {
                    figures.add(new Block.FigureCell(
                            rows.size(), texts.size(), shown.figure().key()));
                    texts.add(shown.printed());
                } else {
                    texts.add(cell.toString());
                }
            }
            rows.add(List.copyOf(texts));
            return this;
        }

        Table total(Object... cells) {
            total = true;
            return row(cells);
        }
    }
}
