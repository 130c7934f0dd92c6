package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

/**
 * A printed figure with everything that shows where it comes from.
 *
 * @param printed as the document shows it
 * @param asOf only what was recorded up to this instant counts
 * @param source what was asked of whom; the digest is that of the answer stored with the filing
 * @param path where in the answer it stands; null if it is the sum of its parts
 * @param parts the counts it is made of
 * @param places where it is printed, such as {@code section 3, block 2, row 1, column 2}
 */
record FigureView(
        String key,
        String label,
        String printed,
        Figure.Unit unit,
        @Nullable Long value,
        @Nullable Long before,
        @Nullable Long difference,
        Instant asOf,
        Figure.Source source,
        @Nullable String path,
        List<Figure.Part> parts,
        List<String> places) {

    static List<FigureView> all(FilingContent content) {
        return content.printedFigures().stream()
                .map(figure -> of(content, figure))
                .toList();
    }

    private static FigureView of(FilingContent content, Figure figure) {
        return new FigureView(
                figure.key(),
                figure.label(),
                Shown.now(figure).printed(),
                figure.unit(),
                figure.value(),
                figure.before(),
                figure.difference(),
                content.asOf(),
                content.sources().stream()
                        .filter(source -> source.id().equals(figure.source()))
                        .findFirst()
                        .orElseThrow(),
                figure.path(),
                figure.parts(),
                places(content, figure.key()));
    }

    private static List<String> places(FilingContent content, String key) {
        List<String> places = new ArrayList<>();
        content.all().forEach(section -> {
            for (int i = 0; i < section.blocks().size(); i++) {
                places(section, i, key).forEach(places::add);
            }
        });
        return places;
    }

    private static List<String> places(Section section, int index, String key) {
        Block block = section.blocks().get(index);
        String place = "section %s, block %d".formatted(section.number(), index + 1);
        if (block instanceof Block.Table table) {
            return table.figures().stream()
                    .filter(cell -> cell.key().equals(key))
                    .map(cell -> "%s, row %d, column %d".formatted(place, cell.row() + 1, cell.column() + 1))
                    .toList();
        }
        boolean named;
        if (block instanceof Block.Paragraph paragraph) {
            named = paragraph.figures().contains(key);
        } else if (block instanceof Block.Items items) {
            named = items.figures().contains(key);
        } else {
            named = block instanceof Block.BarChart chart
                    && chart.series().stream().anyMatch(bar -> key.equals(bar.figure()));
        }
        return named ? List.of(place) : List.of();
    }
}
