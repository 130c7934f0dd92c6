package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

class FilingComposerTest {
    private static final FilingContent DRAFTED = FilingDrafter.draft(FilingFixtures.initial());

    @Test
    void theTextOfEachDraftedSectionGivesTheSectionBack() {
        FilingContent untouched = FilingComposer.compose(DRAFTED, Map.of(), List.of());

        DRAFTED.all()
                .forEach(section -> assertThat(FilingComposer.compose(
                                        DRAFTED, Map.of(section.number(), SectionText.of(section)), List.of())
                                .toString())
                        .as("section " + section.number())
                        .isEqualTo(untouched.toString()));
    }

    @Test
    void anOfficersTextStandsInItsSectionAndNowhereElse() {
        Section drafted = FilingDrafterTest.section(DRAFTED, "4");
        FilingContent composed = FilingComposer.compose(
                DRAFTED, Map.of("4", SectionText.of(drafted) + "\n\n■ 補足\n一段落目\n二段落目\n・項目"), List.of());

        List<Block> blocks = FilingDrafterTest.section(composed, "4").blocks();
        assertThat(blocks.subList(blocks.size() - 3, blocks.size()))
                .containsExactly(
                        new Block.Heading("(5) 補足"), new Block.Paragraph("一段落目\n二段落目"), new Block.Items(List.of("項目")));
        assertThat(FilingDrafterTest.section(composed, "8"))
                .isEqualTo(FilingDrafterTest.section(FilingFixtures.printed(DRAFTED), "8"));
    }

    @Test
    void aFigureInAnOfficersTextShowsTheNumberOfTheDay() {
        FilingContent composed =
                FilingComposer.compose(DRAFTED, Map.of("9", "対象は{union.recipients}であり、{gone}は不明である。"), List.of());

        assertThat(FilingDrafterTest.text(FilingDrafterTest.section(composed, "9")))
                .contains("対象は114,119人であり、取得不可は不明である。", "union.recipients");
    }

    @Test
    void aTableThatATextLeavesOutStandsAtTheEnd() {
        Section drafted = FilingDrafterTest.section(DRAFTED, "9");
        FilingContent composed = FilingComposer.compose(DRAFTED, Map.of("9", "本文だけである。"), List.of());

        List<Block> tables =
                drafted.blocks().stream().filter(Block.Table.class::isInstance).toList();
        assertThat(tables).isNotEmpty();
        assertThat(FilingDrafterTest.section(composed, "9").blocks()).endsWith(tables.toArray(Block[]::new));
    }

    @Test
    void anOverrideIsPrintedOnlyByItsNote() {
        FilingContent composed = FilingComposer.compose(
                DRAFTED, Map.of(), List.of(override(CheckName.MATCHES_PUBLISHED, "社内の理由", "差は集計時点の相違による。")));

        List<Block> blocks = FilingDrafterTest.section(composed, "3").blocks();
        assertThat(blocks.subList(blocks.size() - 2, blocks.size()))
                .containsExactly(new Block.Heading("注記"), new Block.Paragraph("差は集計時点の相違による。"));
        assertThat(composed.toString()).doesNotContain("社内の理由");
    }

    @Test
    void everyNumberOfPeopleAndRecordsInProseIsAFigureWithASource() {
        for (FilingFacts facts : List.of(FilingFixtures.initial(), FilingFixtures.progress(FilingFixtures.figures()))) {
            FilingContent content = FilingFixtures.printed(FilingDrafter.draft(facts));
            Map<String, String> unsourced = Numbers.withoutSource(content);
            assertThat(unsourced).isEmpty();
            assertThat(content.printedFigures()).isNotEmpty().allSatisfy(figure -> {
                assertThat(content.sources()).extracting(Figure.Source::id).contains(figure.source());
                if (figure.path() == null) {
                    assertThat(figure.parts().stream()
                                    .mapToLong(Figure.Part::value)
                                    .sum())
                            .as(figure.key())
                            .isEqualTo(figure.value());
                }
            });
            assertThat(FigureView.all(content))
                    .allSatisfy(view -> assertThat(view.places()).as(view.key()).isNotEmpty());
        }
    }

    private static FilingOverride override(CheckName check, String reason, String note) {
        return new FilingOverride(UUID.randomUUID(), check, reason, note, FilingFixtures.KNOWN, "approver");
    }
}
