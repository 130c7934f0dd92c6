package org.teishutsu.report.filing;

import java.util.List;
import org.teishutsu.report.filing.SectionDraft.Table;

/** Prints what differs from what was said before, with the firm's reasons. */
final class Gaps {
    static final String UNEXPLAINED = "（理由未記入）";

    private final FilingFacts facts;
    private final FigureBook book;

    Gaps(FilingFacts facts) {
        this.facts = facts;
        this.book = new FigureBook(facts);
    }

    private String reason(Gap gap) {
        return facts.explanations().getOrDefault(gap.key(), UNEXPLAINED);
    }

    /** Counts that are less than the last report said: its corrections. */
    Table corrections() {
        Table table = new Table("前回報告の計数の訂正")
                .text("計数", 4)
                .number("前回", 2)
                .number("今回", 2)
                .number("差", 2)
                .text("理由", 6);
        for (Gap gap : Gap.toLastReport(facts, book)) {
            if (gap.isThere()) {
                String key = gap.key();
                table.row(gap.label(), book.last(key), book.now(key), book.difference(key), reason(gap));
            }
        }
        return table;
    }

    /** Why the ledger is not what was published last, one line an incident. */
    List<String> published() {
        return Gap.toPublished(facts, book).stream()
                .filter(Gap::isThere)
                .map(gap -> "%s：直近の確定公表件数%sに対し、基準日時点の集計は%sである。差の理由は、次のとおりである。%s"
                        .formatted(gap.label(), Wording.records(gap.compared()), Shown.now(gap.ledger()), reason(gap)))
                .toList();
    }
}
