package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.publicnotice.PublishedFigureView;

/**
 * What has to be explained in the filing's own words: a ledger that is not what was published last, a cumulative count
 * that is less than the last report's.
 *
 * @param key under which it is explained
 * @param label what is compared
 */
record Gap(String key, String label, Figure ledger, long compared) {
    /** The published figure of an incident is explained under this key. */
    static String published(String incident) {
        return "published." + incident;
    }

    boolean isThere() {
        Long value = ledger.value();
        return value != null && (isPublished() ? value != compared : value < compared);
    }

    boolean isPublished() {
        return key.startsWith(published(""));
    }

    long difference() {
        Long value = ledger.value();
        return value == null ? 0 : value - compared;
    }

    /** The ledger beside the last confirmed figure known at the as-of instant, for each incident that has both. */
    static List<Gap> toPublished(FilingFacts facts, FigureBook book) {
        List<Gap> gaps = new ArrayList<>();
        for (IncidentFacts each : facts.incidents()) {
            String code = each.incident().code();
            Optional<PublishedFigureView> last = each.published().stream()
                    .filter(figure -> figure.certainty() == PublishedFigureView.Certainty.CONFIRMED)
                    .filter(figure -> !figure.publishedAt().isAfter(facts.asOf()))
                    .reduce((a, b) -> b);
            Figure ledger = book.get(LeakFigures.exposures(code));
            if (last.isPresent() && ledger.value() != null) {
                gaps.add(new Gap(
                        published(code),
                        each.incident().title(),
                        ledger,
                        last.get().number()));
            }
        }
        return gaps;
    }

    /** Each count that only grows, beside the last report's. */
    static List<Gap> toLastReport(FilingFacts facts, FigureBook book) {
        List<String> keys = new ArrayList<>();
        facts.incidents()
                .forEach(each -> keys.add(LeakFigures.exposures(each.incident().code())));
        keys.addAll(List.of(
                LeakFigures.EXPOSURES,
                LeakFigures.RECIPIENTS,
                NotificationFigures.INQUIRIES,
                NotificationFigures.HARM));
        List<Gap> gaps = new ArrayList<>();
        for (String key : keys) {
            Figure figure = book.get(key);
            Long before = figure.before();
            if (before != null && figure.value() != null) {
                gaps.add(new Gap(key, figure.label(), figure, before));
            }
        }
        return gaps;
    }
}
