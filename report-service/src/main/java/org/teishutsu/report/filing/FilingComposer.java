package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.Section;

/** Makes what is printed of a draft: the officer's texts, the notes on overridden checks, and the figures. */
final class FilingComposer {
    private final Map<String, Figure> figures;
    private final Set<String> printed = new LinkedHashSet<>();

    private FilingComposer(FilingContent drafted) {
        figures = drafted.printedFigures().stream().collect(Collectors.toMap(Figure::key, Function.identity()));
    }

    /** The section in which notes on overridden checks are printed: where the numbers stand. */
    private static String notesIn(FilingContent content) {
        return content.kind().equals(FilingKind.INITIAL.name()) ? "3" : "2";
    }

    /**
     * Composes.
     *
     * @param texts the officer's, by section
     */
    static FilingContent compose(FilingContent drafted, Map<String, String> texts, List<FilingOverride> overrides) {
        List<String> notes = overrides.stream().map(FilingOverride::note).toList();
        String notesIn = notesIn(drafted);
        FilingComposer composer = new FilingComposer(drafted);
        List<Section> sections = drafted.sections().stream()
                .map(section -> edited(section, texts))
                .map(section -> section.number().equals(notesIn) ? noted(section, notes) : section)
                .map(composer::filled)
                .toList();
        List<Section> annexes = drafted.annexes().stream()
                .map(section -> edited(section, texts))
                .map(composer::filled)
                .toList();
        return drafted.with(
                sections,
                annexes,
                drafted.printedFigures().stream()
                        .filter(figure -> composer.printed.contains(figure.key()))
                        .toList());
    }

    private static Section edited(Section section, Map<String, String> texts) {
        String text = texts.get(section.number());
        return text == null ? section : SectionText.compose(section, text);
    }

    private static Section noted(Section section, List<String> notes) {
        if (notes.isEmpty()) {
            return section;
        }
        List<Block> blocks = new ArrayList<>(section.blocks());
        blocks.add(new Block.Heading("注記"));
        notes.forEach(note -> blocks.add(new Block.Paragraph(note.strip().replaceAll("\\R+", "\n"))));
        return new Section(section.number(), section.title(), blocks);
    }

    private Section filled(Section section) {
        return new Section(
                section.number(),
                section.title(),
                section.blocks().stream().map(this::filled).toList());
    }

    private Block filled(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            List<String> keys = keysIn(Stream.of(paragraph.text()));
            return new Block.Paragraph(filled(paragraph.text()), keys);
        }
        if (block instanceof Block.Items items) {
            List<String> keys = keysIn(items.items().stream());
            return new Block.Items(items.items().stream().map(this::filled).toList(), keys);
        }
        if (block instanceof Block.Table table) {
            table.figures().forEach(cell -> printed.add(cell.key()));
        }
        if (block instanceof Block.BarChart chart) {
            chart.series().stream().map(Block.Bar::figure).forEach(printed::add);
        }
        return block;
    }

    private List<String> keysIn(Stream<String> texts) {
        List<String> keys = texts.flatMap(
                        text -> SectionText.TOKEN.matcher(text).results())
                .map(token -> token.group(1))
                .filter(figures::containsKey)
                .distinct()
                .toList();
        printed.addAll(keys);
        return keys;
    }

    /** A figure that a later refresh does not have any more is not available; other braces are the writer's. */
    private String filled(String text) {
        return SectionText.TOKEN.matcher(text).replaceAll(token -> {
            Figure figure = figures.get(token.group(1));
            String suffix = token.group(2) == null ? "" : token.group(2);
            return Matcher.quoteReplacement(
                    figure == null ? Wording.UNAVAILABLE : new Shown(figure, Shown.Aspect.of(suffix)).printed());
        });
    }

    /** Composes anew what a filing says and takes it over with its digest. */
    static void apply(Filing filing, FilingRecords records) {
        filing.drafted().ifPresent(drafted -> {
            FilingContent composed =
                    compose(FilingJson.read(drafted), records.texts(filing.id()), records.overrides(filing.id()));
            FilingContent content = filing.corrects()
                    .map(records::content)
                    .map(old -> FilingCorrections.compared(
                            old, composed, filing.correctionReason().orElseThrow()))
                    .orElse(composed);
            String json = FilingJson.text(content);
            filing.compose(json, Digests.sha256(json + "\n" + filing.figures().orElse("")));
        });
    }
}
