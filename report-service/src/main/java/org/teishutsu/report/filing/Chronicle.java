package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.incident.TimelineView;

/** What happened in all incidents, in order; what was recorded of several with the same words stands once. */
final class Chronicle {
    private static final String OF_NO_INCIDENT = "－";

    private final FilingFacts facts;
    private final Map<Moment, Set<String>> incidents =
            new TreeMap<>(Comparator.comparing(Moment::at).thenComparing(Moment::what));

    Chronicle(FilingFacts facts) {
        this.facts = facts;
    }

    private record Moment(Instant at, String what) {}

    void add(Instant at, String what) {
        add(at, what, OF_NO_INCIDENT);
    }

    void add(IncidentFacts incident, TimelineView entry) {
        add(
                entry.occurredAt(),
                Wording.oneLine(entry.text()),
                incident.incident().title());
    }

    private void add(Instant at, String what, String incident) {
        incidents
                .computeIfAbsent(new Moment(at, what), moment -> new LinkedHashSet<>())
                .add(incident);
    }

    Table table(String caption) {
        Table table = new Table(caption).text("日時", 7).text("事案", 5).text("事実", 12);
        incidents.forEach((moment, of) -> table.row(Wording.dateTime(moment.at()), told(of), moment.what()));
        return table;
    }

    private String told(Set<String> of) {
        return of.size() > 1 && of.size() == facts.incidents().size() ? "全ての事案" : String.join("、", of);
    }
}
