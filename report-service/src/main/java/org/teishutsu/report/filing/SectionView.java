package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.Section;

/**
 * A section in the form in which it is edited: {@code ■} begins a heading, {@code ・} an item, {@code 【表】} and {@code
 * 【図】} with a caption stand for a table and a chart, and a figure stands as its key in braces.
 *
 * @param text as it stands: the officer's, or the draft
 * @param drafted what the facts of the last writing say
 * @param draftMoved whether the draft is another than when the officer wrote
 * @param editedBy null as long as nobody has
 */
record SectionView(
        String number,
        String title,
        String text,
        String drafted,
        boolean draftMoved,
        @Nullable String editedBy,
        @Nullable Instant editedAt) {

    static SectionView of(Section drafted, Map<String, FilingText> texts) {
        String draft = SectionText.of(drafted);
        FilingText text = texts.get(drafted.number());
        return text == null
                ? new SectionView(drafted.number(), drafted.title(), draft, draft, false, null, null)
                : new SectionView(
                        drafted.number(),
                        drafted.title(),
                        text.text(),
                        draft,
                        !text.base().equals(draft),
                        text.recordedBy(),
                        text.recordedAt());
    }
}
