package org.teishutsu.report.filing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.Section;

/** Puts the officer's remarks and the notes on overridden checks into what was drafted. */
final class FilingComposer {
    private FilingComposer() {}

    /** The section in which notes on overridden checks are printed: where the numbers stand. */
    private static String notesIn(FilingContent content) {
        return content.kind().equals(FilingKind.INITIAL.name()) ? "3" : "2";
    }

    static FilingContent compose(FilingContent drafted, List<FilingRemark> remarks, List<FilingOverride> overrides) {
        Map<String, String> bySection =
                remarks.stream().collect(Collectors.toMap(FilingRemark::section, FilingRemark::text));
        List<String> notes = new ArrayList<>();
        for (FilingOverride override : overrides) {
            String note = override.note();
            if (note != null) {
                notes.add(note);
            }
        }
        String notesIn = notesIn(drafted);
        return new FilingContent(
                drafted.schemaVersion(),
                drafted.title(),
                drafted.kind(),
                drafted.number(),
                drafted.documentNumber(),
                drafted.documentDate(),
                drafted.asOf(),
                drafted.addressee(),
                drafted.submitter(),
                drafted.subject(),
                drafted.preamble(),
                drafted.parts(),
                drafted.contact(),
                drafted.sections().stream()
                        .map(section ->
                                with(section, bySection, section.number().equals(notesIn) ? notes : List.of()))
                        .toList(),
                drafted.annexes().stream()
                        .map(annex -> with(annex, bySection, List.of()))
                        .toList());
    }

    private static Section with(Section section, Map<String, String> remarks, List<String> notes) {
        List<Block> blocks = new ArrayList<>(section.blocks());
        String remark = remarks.get(section.number());
        if (remark != null) {
            blocks.add(new Block.Heading("補足"));
            blocks.add(new Block.Paragraph(paragraphs(remark)));
        }
        if (!notes.isEmpty()) {
            blocks.add(new Block.Heading("注記"));
            notes.forEach(note -> blocks.add(new Block.Paragraph(paragraphs(note))));
        }
        return new Section(section.number(), section.title(), blocks);
    }

    private static String paragraphs(String text) {
        return text.strip().replaceAll("\\R+", "\n");
    }

    /** Composes anew what a filing says and takes it over with its digest. */
    static void apply(Filing filing, FilingRecords records) {
        filing.drafted().ifPresent(drafted -> {
            FilingContent content = compose(
                    FilingJson.read(drafted.getBytes(StandardCharsets.UTF_8)),
                    records.remarks(filing.id()),
                    records.overrides(filing.id()));
            String json = new String(FilingJson.write(content), StandardCharsets.UTF_8);
            filing.compose(json, Digests.sha256(json + "\n" + filing.figures().orElse("")));
        });
    }
}
