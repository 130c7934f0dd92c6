package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teishutsu.common.figures.Combination;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.Figure.Unit;
import org.teishutsu.report.publicnotice.PublishedFigureView;

/** The figures of what leaked: records by incident, combination and item, and persons. */
final class LeakFigures {
    static final String EXPOSURES = "union.exposures";
    static final String RECIPIENTS = "union.recipients";
    static final String IN_SEVERAL = "union.inSeveralIncidents";

    static final String INCIDENTS = "incidents";

    private final FilingFacts facts;
    private final FigureBook.Entry ledger;
    private final FigureBook.Entry records;

    LeakFigures(FilingFacts facts, FigureBook book) {
        this.facts = facts;
        this.ledger = book.new Entry(FigureSources.LEDGER);
        this.records = book.new Entry(FigureSources.RECORDS);
    }

    static String exposures(String incident) {
        return "incident." + incident + ".exposures";
    }

    static String combination(String incident, Combination one) {
        return "incident." + incident + ".combination."
                + String.join("+", one.items().codes());
    }

    static String item(String incident, String item) {
        return "incident." + incident + ".item." + item;
    }

    void add() {
        Optional<UnionFigures> union = facts.available().map(Figures::union);
        List<Figure> incidents = new ArrayList<>();
        facts.incidents().forEach(each -> incidents.add(incident(each)));
        ledger.total(
                EXPOSURES,
                "漏えい件数（延べ）",
                Unit.RECORDS,
                union.map(UnionFigures::exposures).orElse(null),
                "union.exposures",
                FigureBook.parts(incidents));
        facts.incidents().forEach(this::published);
        records.count(
                INCIDENTS, "命令の対象となる事案", Unit.RECORDS, (long) facts.incidents().size(), "incidents");
        ledger.count(
                IN_SEVERAL,
                "複数の事案に該当する人数",
                Unit.PERSONS,
                union.map(UnionFigures::inSeveralIncidents).orElse(null),
                "union.inSeveralIncidents");
    }

    /** What was said in public is a record of this service; the n-th of an incident stays the n-th. */
    static String published(String incident, int ordinal) {
        return Gap.published(incident) + "." + ordinal;
    }

    private void published(IncidentFacts each) {
        for (int i = 0; i < each.published().size(); i++) {
            PublishedFigureView figure = each.published().get(i);
            records.count(
                    published(each.incident().code(), i + 1),
                    "%sの公表件数（%s）"
                            .formatted(
                                    each.incident().title(), figure.certainty().label()),
                    figure.unit() == PublishedFigureView.Unit.PERSONS ? Unit.PERSONS : Unit.RECORDS,
                    figure.number(),
                    "published figure " + figure.id());
        }
    }

    private Figure incident(IncidentFacts each) {
        String code = each.incident().code();
        Optional<IncidentFigures> figures = facts.figuresOf(code);
        List<Figure> combinations = new ArrayList<>();
        figures.map(IncidentFigures::combinations)
                .orElse(List.of())
                .forEach(one -> combinations.add(ledger.count(
                        combination(code, one),
                        each.incident().title() + "："
                                + Wording.labels(one.items().codes(), facts.itemLabels()),
                        Unit.RECORDS,
                        one.exposures(),
                        "incidents[%s].combinations[%s]"
                                .formatted(code, String.join("+", one.items().codes())))));
        figures.ifPresent(found -> items(code, found));
        return ledger.total(
                exposures(code),
                each.incident().title() + "（件数）",
                Unit.RECORDS,
                figures.map(IncidentFigures::exposures).orElse(null),
                "incidents[%s].exposures".formatted(code),
                FigureBook.parts(combinations));
    }

    private void items(String code, IncidentFigures figures) {
        Map<String, List<Figure.Part>> byItem = new LinkedHashMap<>();
        figures.combinations()
                .forEach(one -> one.items()
                        .forEach(item -> byItem.computeIfAbsent(item, absent -> new ArrayList<>())
                                .add(new Figure.Part(
                                        combination(code, one),
                                        Wording.labels(one.items().codes(), facts.itemLabels()),
                                        one.exposures()))));
        byItem.forEach((item, parts) -> ledger.total(
                item(code, item),
                facts.itemLabels().getOrDefault(item, item),
                Unit.RECORDS,
                parts.stream().mapToLong(Figure.Part::value).sum(),
                "incidents[%s].combinations[*%s*]".formatted(code, item),
                parts));
    }

    /** The items of an incident, the one that leaked most first. */
    static List<Figure> byItem(FigureBook book, String incident) {
        return book.all().stream()
                .filter(figure -> figure.key().startsWith(item(incident, "")))
                .sorted(Comparator.comparing(Figure::value, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Figure::label))
                .toList();
    }
}
