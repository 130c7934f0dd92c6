package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

/**
 * How two contents of a filing differ: figure by figure, and section by section the lines that went and came.
 *
 * @param figures whose number is another
 * @param sections whose words or tables are others
 */
record Changes(List<FigureChange> figures, List<SectionChange> sections) {

    /** A number before and after; null where there was none. */
    record FigureChange(
            String key,
            String label,
            @Nullable Long before,
            @Nullable Long after) {}

    /** Lines of a section, a row of a table as one line. */
    record SectionChange(String number, String title, List<String> removed, List<String> added) {}

    static Changes between(FilingContent before, FilingContent after) {
        return new Changes(figures(before, after), sections(before, after));
    }

    boolean isEmpty() {
        return figures.isEmpty() && sections.isEmpty();
    }

    private static List<FigureChange> figures(FilingContent before, FilingContent after) {
        Map<String, FigureChange> changes = new LinkedHashMap<>();
        for (Figure figure : before.printedFigures()) {
            changes.put(figure.key(), new FigureChange(figure.key(), figure.label(), figure.value(), null));
        }
        for (Figure figure : after.printedFigures()) {
            Long old = Optional.ofNullable(changes.get(figure.key()))
                    .map(FigureChange::before)
                    .orElse(null);
            changes.put(figure.key(), new FigureChange(figure.key(), figure.label(), old, figure.value()));
        }
        return changes.values().stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static List<SectionChange> sections(FilingContent before, FilingContent after) {
        Map<String, Section> old = new LinkedHashMap<>();
        before.all().forEach(section -> old.put(section.number(), section));
        List<SectionChange> changes = new ArrayList<>();
        after.all().forEach(section -> {
            Section was = old.remove(section.number());
            List<String> removed = was == null ? new ArrayList<>() : lines(was);
            List<String> added = new ArrayList<>();
            for (String line : lines(section)) {
                if (!removed.remove(line)) {
                    added.add(line);
                }
            }
            if (!removed.isEmpty() || !added.isEmpty()) {
                changes.add(new SectionChange(section.number(), section.title(), removed, added));
            }
        });
        old.values()
                .forEach(gone -> changes.add(new SectionChange(gone.number(), gone.title(), lines(gone), List.of())));
        return changes;
    }

    /** What a section says, line by line. */
    static List<String> lines(Section section) {
        List<String> lines = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Heading heading) {
                lines.add(heading.text());
            } else if (block instanceof Block.Paragraph paragraph) {
                paragraph.text().lines().forEach(lines::add);
            } else if (block instanceof Block.Items items) {
                lines.addAll(items.items());
            } else if (block instanceof Block.Table table) {
                table.rows().forEach(row -> lines.add(table.caption() + "：" + String.join("｜", row)));
            }
        }
        return lines;
    }
}
