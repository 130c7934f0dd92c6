package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.Figure.Part;
import org.teishutsu.report.filing.content.Figure.Source;
import org.teishutsu.report.filing.content.Figure.Unit;

/** Every figure that a filing can print, by key; the only place where a filing's numbers are made. */
final class FigureBook {
    private final Map<String, Long> before;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Source> sources;

    FigureBook(FilingFacts facts) {
        this.before =
                Optional.ofNullable(facts.previous()).map(Previous::printed).orElse(Map.of());
        this.sources = FigureSources.of(facts);
        new LeakFigures(facts, this).add();
        new NotificationFigures(facts, this).add();
        new MeasureFigures(facts, this).add();
    }

    /** The figure under a key. */
    Figure get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no figure " + key));
    }

    Optional<Figure> find(String key) {
        return Optional.ofNullable(figures.get(key));
    }

    Shown now(String key) {
        return new Shown(get(key), Shown.Aspect.NOW);
    }

    Shown last(String key) {
        return new Shown(get(key), Shown.Aspect.BEFORE);
    }

    Shown difference(String key) {
        return new Shown(get(key), Shown.Aspect.DIFFERENCE);
    }

    /** Whether there is a last report to compare with. */
    boolean compares() {
        return !before.isEmpty();
    }

    List<Figure> all() {
        return List.copyOf(figures.values());
    }

    List<Source> sources() {
        return sources;
    }

    /** Adds figures that are read from one source. */
    final class Entry {
        private final String source;

        Entry(String source) {
            this.source = source;
        }

        /** A count of its own, at a place in the source's answer. */
        Figure count(String key, String label, Unit unit, @Nullable Long value, String path) {
            return put(new Figure(key, label, unit, value, before.get(key), source, path, List.of()));
        }

        /** A count at a place in the source's answer that other counts add up to. */
        Figure total(String key, String label, Unit unit, @Nullable Long value, String path, List<Part> parts) {
            return put(new Figure(key, label, unit, value, before.get(key), source, path, parts));
        }

        /** The sum of others. */
        Figure sum(String key, String label, Unit unit, List<Figure> of) {
            List<Part> parts = parts(of);
            Long value = parts.size() < of.size()
                    ? null
                    : Long.valueOf(parts.stream().mapToLong(Part::value).sum());
            return put(new Figure(key, label, unit, value, before.get(key), source, null, parts));
        }

        private Figure put(Figure figure) {
            figures.put(figure.key(), figure);
            return figure;
        }
    }

    /** Those that have a number, as parts of another. */
    static List<Part> parts(List<Figure> of) {
        List<Part> parts = new ArrayList<>();
        for (Figure figure : of) {
            Long value = figure.value();
            if (value != null) {
                parts.add(new Part(figure.key(), figure.label(), value));
            }
        }
        return parts;
    }
}
