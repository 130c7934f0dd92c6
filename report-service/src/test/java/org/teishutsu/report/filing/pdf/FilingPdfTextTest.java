package org.teishutsu.report.filing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.font.PrintFonts;
import org.teishutsu.common.font.Printable;
import org.teishutsu.common.font.UnprintableCharacterException;
import org.teishutsu.common.print.LineBreaks;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

/** That what is printed is what was written: the traps that no validator sees. */
class FilingPdfTextTest {
    private static final FilingPdf PDF = new FilingPdf();
    private static final byte[] NO_JSON = {};

    @Test
    void theTextOfEverySectionIsCopiedAsItWasWritten() throws Exception {
        FilingContent sample = SampleFiling.content();
        // A table over several pages repeats its head, which the source has once; short tables are kept together.
        List<Section> sections = sample.sections().stream()
                .filter(section -> !section.title().equals("再発防止策"))
                .toList();
        String body = PdfText.body(render(SampleFiling.with(sections, sample.annexes())));

        String expected = sections.stream().map(FilingPdfTextTest::sourceOf).collect(Collectors.joining())
                + sample.annexes().stream().map(FilingPdfTextTest::sourceOf).collect(Collectors.joining());
        assertThat(body).endsWith(PdfText.dense(expected));
        assertThat(body).contains("髙﨑𠮷郎㊞", "サ総発第29－081号平成29年8月16日関東財務局長殿", PdfText.dense(SampleFiling.HARD_NAMES));
    }

    @Test
    void aCharacterAnyFontCanPrintIsCopiedAsItself() throws Exception {
        int[] printable = IntStream.rangeClosed('!', Character.MAX_CODE_POINT)
                .filter(c -> Printable.firstUnprintable(Character.toString(c)).isEmpty())
                .filter(c -> Printable.normalise(Character.toString(c)).equals(Character.toString(c)))
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK) // would join what stands before it
                .filter(c -> Character.getDirectionality(c) != Character.DIRECTIONALITY_RIGHT_TO_LEFT)
                .toArray();
        assertThat(printable).hasSizeGreaterThan(15_000);
        assertThat(IntStream.of(printable).filter(c -> !PrintFonts.regular().covers(c)))
                .hasSizeGreaterThan(3_000);
        List<Block> paragraphs = new ArrayList<>();
        for (int i = 0; i < printable.length; i += 500) {
            paragraphs.add(new Block.Paragraph(new String(printable, i, Math.min(500, printable.length - i))));
        }

        String body = PdfText.body(render(SampleFiling.with(List.of(new Section("1", "全文字", paragraphs)), List.of())));
        assertThat(body).endsWith("1全文字" + new String(printable, 0, printable.length));
    }

    @Test
    void theFallbackFontPrintsTheCharacterAndNotTheRadical() throws Exception {
        // Characters that BIZ UDMincho lacks and whose glyph Noto Serif JP shares with a radical or a compatibility
        // form.
        String shared = "乛乚尣旡歺罓襾镸";
        assertThat(shared.codePoints().filter(c -> !PrintFonts.regular().covers(c)))
                .as("some of them need the fallback")
                .isNotEmpty();
        assertThat(PdfText.body(render(paragraph("部首" + shared + "金長高")))).endsWith("部首" + shared + "金長高");
    }

    @Test
    void aCharacterInNoFontIsNamedWithItsPlace() {
        FilingContent content = SampleFiling.with(
                List.of(new Section(
                        "3",
                        "件数",
                        List.of(
                                new Block.Paragraph("本文"),
                                new Block.Table(
                                        "表",
                                        List.of(new Block.Column("氏名", Block.Align.TEXT, 1)),
                                        List.of(List.of("髙橋"), List.of("高橋✔")),
                                        false)))),
                List.of());
        assertThatThrownBy(() -> render(content))
                .isInstanceOf(UnprintableCharacterException.class)
                .hasMessage("cannot print ✔ (U+2714) in section 3, block 2, row 2, column 1");
    }

    @Test
    void nothingIsPrintedAsAReplacementSign() throws Exception {
        List<PdfText.Glyph> glyphs = PdfText.glyphs(PDF.render(SampleFiling.content(), NO_JSON, everyMark()));
        assertThat(glyphs).isNotEmpty().noneMatch(glyph -> glyph.text().equals("#") || glyph.code() == 0);
    }

    @Test
    void variationSelectorsAreNotPrinted() throws Exception {
        assertThat(PdfText.body(render(paragraph("葛\uDB40\uDD00城市と渡邉\uDB40\uDD01"))))
                .endsWith("葛城市と渡邉");
    }

    @Test
    void markupInTheContentIsText() throws Exception {
        String markup = "<b>&amp;</b>\"'{page.title}<!--x-->";
        assertThat(PdfText.body(render(paragraph(markup)))).endsWith(markup);
    }

    @Test
    void noLineBeginsOrEndsWithAForbiddenCharacter() throws Exception {
        List<Block> blocks = new ArrayList<>();
        for (int shift = 0; shift < 43; shift++) { // every position of the line once
            blocks.add(new Block.Paragraph("検".repeat(shift) + SampleFiling.longProse()));
            blocks.add(new Block.Items(List.of("知".repeat(shift) + SampleFiling.longProse())));
        }
        blocks.add(new Block.Table(
                "表",
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> new Block.Column("列" + i, Block.Align.TEXT, i + 1))
                        .toList(),
                IntStream.range(0, 20)
                        .mapToObj(i -> List.of(
                                "行".repeat(i % 5) + SampleFiling.longProse().substring(0, 60),
                                SampleFiling.longProse(),
                                SampleFiling.longProse(),
                                SampleFiling.longProse()))
                        .toList(),
                false));
        byte[] pdf = render(SampleFiling.with(List.of(new Section("1", "禁則", blocks)), List.of()));

        List<List<PdfText.Glyph>> lines = PdfText.lines(PdfText.glyphs(pdf).stream()
                .filter(glyph -> glyph.page() > 2 && glyph.isInBody())
                .toList());
        assertThat(lines).hasSizeGreaterThan(2_000);
        assertThat(lines.stream()
                        .map(line -> line.get(0).text())
                        .filter(LineBreaks.NOT_AT_LINE_START::contains)
                        .distinct())
                .as("at the beginning of a line")
                .isEmpty();
        assertThat(lines.stream()
                        .map(line -> line.get(line.size() - 1).text())
                        .filter(LineBreaks.NOT_AT_LINE_END::contains)
                        .distinct())
                .as("at the end of a line")
                .isEmpty();
    }

    @Test
    void noLineRunsOverTheMargin() throws Exception {
        float right = 595.28f - 25.3f / 25.4f * 72;
        List<PdfText.Glyph> glyphs = PdfText.glyphs(PDF.render(SampleFiling.content(), NO_JSON, everyMark()));
        assertThat(glyphs)
                .filteredOn(PdfText.Glyph::isInBody)
                .allSatisfy(glyph -> assertThat(glyph.x() + glyph.width())
                        .as(glyph.toString())
                        .isLessThan(right + 0.5f));
    }

    @Test
    void spacesBetweenLatinWordsAreNotStretched() throws Exception {
        byte[] pdf = render(paragraph("access log は日次で点検し、the log of every day は保存する。".repeat(6)));
        List<PdfText.Glyph> glyphs = PdfText.glyphs(pdf).stream()
                .filter(glyph -> glyph.page() > 2 && glyph.isInBody())
                .toList();
        List<Float> advances = new ArrayList<>();
        for (int i = 0; i + 1 < glyphs.size(); i++) {
            if (glyphs.get(i).text().equals(" ")
                    && glyphs.get(i + 1).y() == glyphs.get(i).y()) {
                advances.add((glyphs.get(i + 1).x() - glyphs.get(i).x())
                        / glyphs.get(i).size());
            }
        }
        assertThat(advances)
                .hasSizeGreaterThan(20)
                .allSatisfy(advance -> assertThat(advance).isBetween(0.45f, 0.55f)); // half an em, as the font has it
    }

    private static byte[] render(FilingContent content) {
        return PDF.render(content, NO_JSON, SampleFiling.submission());
    }

    private static FilingContent paragraph(String text) {
        return SampleFiling.with(List.of(new Section("1", "本文", List.of(new Block.Paragraph(text)))), List.of());
    }

    private static Edition everyMark() {
        return new Edition(SampleFiling.copy().rendering(), true, true, SampleFiling.RELEASED_AT);
    }

    /** The strings of a section in the order of reading. A chart is a picture: its caption is text, its labels are not. */
    private static String sourceOf(Section section) {
        StringBuilder source = new StringBuilder(section.number()).append(section.title());
        for (Block block : section.blocks()) {
            if (block instanceof Block.Heading heading) {
                source.append(heading.text());
            } else if (block instanceof Block.Paragraph paragraph) {
                source.append(paragraph.text());
            } else if (block instanceof Block.Items items) {
                items.items().forEach(source::append);
            } else if (block instanceof Block.Table table) {
                source.append(table.caption());
                table.columns().forEach(column -> source.append(column.label()));
                table.rows().forEach(row -> row.forEach(source::append));
            } else if (block instanceof Block.BarChart chart) {
                source.append(chart.caption());
            }
        }
        return source.toString();
    }
}
