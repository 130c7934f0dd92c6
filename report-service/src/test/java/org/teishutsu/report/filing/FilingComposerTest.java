package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

class FilingComposerTest {
    private static final FilingContent DRAFTED = FilingDrafter.draft(FilingFixtures.initial());

    @Test
    void aRemarkStandsAtTheEndOfItsSectionAndNowhereElse() {
        FilingContent composed = FilingComposer.compose(DRAFTED, List.of(remark("4", "一段落目\r\n\r\n二段落目")), List.of());

        assertThat(lastBlocks(composed, "4"))
                .containsExactly(new Block.Heading("補足"), new Block.Paragraph("一段落目\n二段落目"));
        assertThat(composed.sections().get(3)).isEqualTo(DRAFTED.sections().get(3));
        assertThat(composed.annexes()).isEqualTo(DRAFTED.annexes());
    }

    @Test
    void anOverrideIsPrintedOnlyByItsNote() {
        FilingContent composed = FilingComposer.compose(
                DRAFTED,
                List.of(),
                List.of(
                        override(CheckName.MATCHES_PUBLISHED, "社内の理由", "差は集計時点の相違による。"),
                        override(CheckName.REACH_SUMS, "社内だけの理由", null)));

        assertThat(lastBlocks(composed, "3"))
                .containsExactly(new Block.Heading("注記"), new Block.Paragraph("差は集計時点の相違による。"));
        assertThat(composed.toString()).doesNotContain("社内の理由").doesNotContain("社内だけの理由");
    }

    @Test
    void withoutRemarksAndOverridesTheContentIsWhatWasDrafted() {
        assertThat(FilingComposer.compose(DRAFTED, List.of(), List.of())).isEqualTo(DRAFTED);
    }

    private static List<Block> lastBlocks(FilingContent content, String number) {
        Section section = FilingDrafterTest.section(content, number);
        int size = section.blocks().size();
        return section.blocks().subList(size - 2, size);
    }

    private static FilingRemark remark(String section, String text) {
        return new FilingRemark(UUID.randomUUID(), section, text, FilingFixtures.KNOWN, "officer");
    }

    private static FilingOverride override(CheckName check, String reason, String note) {
        return new FilingOverride(UUID.randomUUID(), check, reason, note, FilingFixtures.KNOWN, "approver");
    }
}
