package org.teishutsu.report.filing.content;

import java.util.List;

/**
 * One numbered part of the report, or one annex; each becomes a bookmark.
 *
 * @param number as printed: {@code 1}, or {@code 別紙1} for an annex
 */
public record Section(String number, String title, List<Block> blocks) {
    public Section {
        Text.line("section number", number);
        Text.line("section title", title);
        blocks = Text.filled("blocks of section " + number, blocks);
    }
}
