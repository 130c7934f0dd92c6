package org.teishutsu.report.filing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.Section;

/**
 * A section as the plain text an officer edits, and back.
 *
 * <p>A line that begins with {@code ■} is a heading, with {@code ・} an item of a list; {@code 【表】} or {@code 【図】} and
 * a caption say where a table or chart stands, which cannot be edited; every other line is a paragraph, and an empty
 * line ends what is above it. A figure stands as its key in braces.
 */
final class SectionText {
    static final Pattern TOKEN = Pattern.compile("\\{(" + Figure.KEY + ")(:before|:difference)?}");

    private static final String HEADING = "■";
    private static final String ITEM = "・";
    private static final String TABLE = "【表】";
    private static final String CHART = "【図】";
    private static final Pattern HEADING_NUMBER = Pattern.compile("^\\([0-9]+\\)\\s*");

    private SectionText() {}

    /** The text of a drafted section. */
    static String of(Section section) {
        StringBuilder text = new StringBuilder();
        for (Block block : section.blocks()) {
            text.append(linesOf(block)).append("\n\n");
        }
        return text.toString().strip();
    }

    private static String linesOf(Block block) {
        if (block instanceof Block.Heading heading) {
            return HEADING + " " + HEADING_NUMBER.matcher(heading.text()).replaceFirst("");
        }
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text();
        }
        if (block instanceof Block.Items items) {
            return ITEM + String.join("\n" + ITEM, items.items());
        }
        return Objects.requireNonNull(markOf(block));
    }

    private static @Nullable String markOf(Block block) {
        if (block instanceof Block.Table table) {
            return TABLE + table.caption();
        }
        return block instanceof Block.BarChart chart ? CHART + chart.caption() : null;
    }

    /**
     * The section as an officer has written it, with the draft's tables and charts where the text puts them; what the
     * text does not name stands at its end, so that nothing is left out.
     */
    static Section compose(Section drafted, String text) {
        Marks marks = new Marks(drafted);
        List<Block> blocks = new ArrayList<>(new Reader(marks).read(text));
        blocks.addAll(marks.left());
        return new Section(drafted.number(), drafted.title(), blocks);
    }

    /**
     * Refuses a text that names no table, chart or figure of the section where it seems to, or leaves one out.
     *
     * @throws ProblemException INVALID_REQUEST naming the line
     */
    static void check(Section drafted, String text, Predicate<String> known) {
        Marks marks = new Marks(drafted);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = "line " + (i + 1) + ": ";
            if (isMark(line) && marks.take(line) == null) {
                throw ProblemException.invalid("text", place + "this section has no (other) " + line);
            }
            Matcher token = TOKEN.matcher(line);
            while (token.find()) {
                if (!known.test(token.group(1))) {
                    throw ProblemException.invalid("text", place + "there is no figure " + token.group(1));
                }
            }
        }
        List<Block> left = marks.left();
        if (!left.isEmpty()) {
            throw ProblemException.invalid(
                    "text", "a table or chart cannot be left out: add the line " + markOf(left.get(0)));
        }
    }

    private static boolean isMark(String line) {
        return line.startsWith(TABLE) || line.startsWith(CHART);
    }

    /** The drafted tables and charts by their marks; one that several share stands for each of them in turn. */
    private static final class Marks {
        private final Map<String, Deque<Block>> byMark = new HashMap<>();
        private final List<Block> all = new ArrayList<>();

        Marks(Section drafted) {
            for (Block block : drafted.blocks()) {
                String mark = markOf(block);
                if (mark != null) {
                    byMark.computeIfAbsent(mark, absent -> new ArrayDeque<>()).add(block);
                    all.add(block);
                }
            }
        }

        @Nullable Block take(String mark) {
            Deque<Block> blocks = byMark.get(mark);
            return blocks == null ? null : blocks.poll();
        }

        List<Block> left() {
            return all.stream()
                    .filter(block -> byMark.values().stream()
                            .anyMatch(blocks -> blocks.stream().anyMatch(other -> other == block)))
                    .toList();
        }
    }

    private static final class Reader {
        private final Marks marks;
        private final List<Block> blocks = new ArrayList<>();
        private final List<String> paragraph = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private int headings;

        Reader(Marks marks) {
            this.marks = marks;
        }

        List<Block> read(String text) {
            text.lines().map(String::strip).forEach(this::line);
            flush();
            return blocks;
        }

        private void line(String line) {
            if (line.startsWith(ITEM) && line.length() > ITEM.length()) {
                endParagraph();
                items.add(line.substring(ITEM.length()).strip());
            } else if (line.startsWith(HEADING) && line.length() > HEADING.length()) {
                flush();
                headings++;
                blocks.add(new Block.Heading(
                        "(" + headings + ") " + line.substring(HEADING.length()).strip()));
            } else if (isMark(line)) {
                flush();
                Block block = marks.take(line); // a table that a refresh took away leaves nothing behind
                if (block != null) {
                    blocks.add(block);
                }
            } else if (line.isEmpty()) {
                flush();
            } else {
                endItems();
                paragraph.add(line);
            }
        }

        private void flush() {
            endParagraph();
            endItems();
        }

        private void endParagraph() {
            if (!paragraph.isEmpty()) {
                blocks.add(new Block.Paragraph(String.join("\n", paragraph)));
                paragraph.clear();
            }
        }

        private void endItems() {
            if (!items.isEmpty()) {
                blocks.add(new Block.Items(List.copyOf(items)));
                items.clear();
            }
        }
    }
}
