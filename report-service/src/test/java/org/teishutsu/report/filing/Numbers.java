package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;

/** Finds the numbers that a content prints without saying where they come from. */
final class Numbers {
    private static final Pattern COUNT = Pattern.compile("[+-]?[0-9][0-9,]*(件|人|通)");

    /** Wording that counts nothing. */
    private static final List<String> FIXED =
            List.of("お客様1人につき1件", "お客様1人分の記録", "お1人ずつ", "1通の通知", "1回を1通として", "0件又は0人を意味するものではない");

    private Numbers() {}

    /** Each number without a source, and the text it stands in. */
    static Map<String, String> withoutSource(FilingContent content) {
        Map<String, Figure> figures =
                content.printedFigures().stream().collect(Collectors.toMap(Figure::key, figure -> figure));
        Map<String, String> found = new TreeMap<>();
        content.all().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Block.Paragraph paragraph) {
                look(paragraph.text(), printed(figures, paragraph.figures()), found);
            } else if (block instanceof Block.Items items) {
                items.items().forEach(item -> look(item, printed(figures, items.figures()), found));
            } else if (block instanceof Block.Table table) {
                look(table, figures, found);
            }
        });
        return found;
    }

    private static void look(Block.Table table, Map<String, Figure> figures, Map<String, String> found) {
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                int r = row;
                int c = column;
                List<String> keys = table.figures().stream()
                        .filter(cell -> cell.row() == r && cell.column() == c)
                        .map(Block.FigureCell::key)
                        .toList();
                boolean derived = table.columns().get(c).label().equals("差");
                if (!derived) {
                    look(table.rows().get(r).get(c), printed(figures, keys), found);
                }
            }
        }
    }

    private static List<String> printed(Map<String, Figure> figures, List<String> keys) {
        List<String> printed = new ArrayList<>();
        for (String key : keys) {
            Figure figure = Objects.requireNonNull(figures.get(key), key);
            Stream.of(Shown.Aspect.values())
                    .map(aspect -> new Shown(figure, aspect).printed())
                    .forEach(printed::add);
        }
        return printed;
    }

    private static void look(String text, List<String> printed, Map<String, String> found) {
        String rest = text;
        for (String fixed : FIXED) {
            rest = rest.replace(fixed, "");
        }
        COUNT.matcher(rest)
                .results()
                .map(MatchResult::group)
                .filter(number -> !printed.contains(number))
                .forEach(number -> found.put(number, text));
    }
}
