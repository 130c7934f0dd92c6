package org.teishutsu.report.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.teishutsu.common.time.JapaneseEra;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

/**
 * The words and tables of a filing for those who must paste them elsewhere. It is no document to hand in: whatever is
 * frozen is the PDF, and a chart stands here as what its alternative text says.
 */
final class FilingWords {
    private static final String FONT = "MS Mincho";

    /** In twentieths of a point. */
    private static final long A4_WIDTH = 11_906;

    private static final long A4_HEIGHT = 16_838;
    private static final long MARGIN = 1_417; // 25 mm

    private final FilingContent content;
    private final XWPFDocument document;

    private FilingWords(FilingContent content, XWPFDocument document) {
        this.content = content;
        this.document = document;
    }

    static byte[] docx(FilingContent content) {
        try (XWPFDocument document = new XWPFDocument()) {
            new FilingWords(content, document).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        line(content.documentNumber(), ParagraphAlignment.RIGHT);
        line(JapaneseEra.date(content.documentDate()), ParagraphAlignment.RIGHT);
        line(content.addressee(), ParagraphAlignment.LEFT);
        line(content.submitter().firmName(), ParagraphAlignment.RIGHT);
        line(
                content.submitter().representativeTitle() + "　"
                        + content.submitter().representativeName(),
                ParagraphAlignment.RIGHT);
        heading(content.subject(), 0);
        content.preamble().lines().forEach(text -> line(text, ParagraphAlignment.LEFT));
        content.all().forEach(this::section);
        page();
    }

    /** A4; the last thing in a body. */
    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
    }

    private void section(Section section) {
        heading(section.number() + "　" + section.title(), 1);
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            heading(heading.text(), 2);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph.text().lines().forEach(text -> line(text, ParagraphAlignment.LEFT));
        } else if (block instanceof Block.Items items) {
            items.items().forEach(item -> line("・" + item, ParagraphAlignment.LEFT));
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.BarChart chart) {
            line(chart.caption() + "：" + chart.altText(), ParagraphAlignment.LEFT);
        }
    }

    private void line(String text, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        run(paragraph, text, false);
    }

    /** With an outline level, so that the reader's own contents can be made of it; 0 is the subject. */
    private void heading(String text, int level) {
        XWPFParagraph paragraph = document.createParagraph();
        if (level == 0) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        } else {
            var properties = paragraph.getCTP().isSetPPr()
                    ? paragraph.getCTP().getPPr()
                    : paragraph.getCTP().addNewPPr();
            properties.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        }
        run(paragraph, text, true);
    }

    private static void run(XWPFParagraph paragraph, String text, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(10.5);
        run.setBold(bold);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i));
        }
    }

    private void table(Block.Table source) {
        line(source.caption(), ParagraphAlignment.LEFT);
        XWPFTable table =
                document.createTable(source.rows().size() + 1, source.columns().size());
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < source.columns().size(); column++) {
            cell(table.getRow(0), column, source.columns().get(column).label(), ParagraphAlignment.CENTER, true);
        }
        for (int row = 0; row < source.rows().size(); row++) {
            for (int column = 0; column < source.columns().size(); column++) {
                boolean number = source.columns().get(column).align() == Block.Align.NUMBER;
                cell(
                        table.getRow(row + 1),
                        column,
                        source.rows().get(row).get(column),
                        number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT,
                        source.totalRow() && row == source.rows().size() - 1);
            }
        }
        widths(table, source);
        document.createParagraph();
    }

    private static void widths(XWPFTable table, Block.Table source) {
        int all = source.columns().stream().mapToInt(Block.Column::width).sum();
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        source.columns()
                .forEach(column ->
                        grid.addNewGridCol().setW(BigInteger.valueOf((A4_WIDTH - 2 * MARGIN) * column.width() / all)));
        for (XWPFTableRow row : table.getRows()) {
            for (int column = 0; column < source.columns().size(); column++) {
                row.getCell(column).setWidth(source.columns().get(column).width() * 100 / all + "%");
            }
        }
    }

    private static void cell(XWPFTableRow row, int column, String text, ParagraphAlignment alignment, boolean bold) {
        XWPFParagraph paragraph = row.getCell(column).getParagraphs().get(0);
        paragraph.setAlignment(alignment);
        run(paragraph, text, bold);
    }
}
