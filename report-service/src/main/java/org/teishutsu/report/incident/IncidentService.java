package org.teishutsu.report.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;

/** Records incidents and their time lines, and tells what was known of them at an instant. */
@ApplicationScoped
public class IncidentService {
    private final Incidents incidents;
    private final Timeline timeline;
    private final FindingService findings;
    private final LeakCatalogue catalogue;
    private final Facts facts;
    private final Clock clock;

    IncidentService(
            Incidents incidents,
            Timeline timeline,
            FindingService findings,
            LeakCatalogue catalogue,
            Facts facts,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.catalogue = catalogue;
        this.findings = findings;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    IncidentView record(NewIncident entered, String by) {
        entered.requireConsistent();
        catalogue.requireKnown("items", entered.items());
        catalogue.requireKnown(
                "notLeaked", entered.notLeaked().stream().map(NotLeaked::item).toList());
        if (incidents.findByIdOptional(entered.code()).isPresent()) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "There is an incident " + entered.code() + " already");
        }
        Incident incident = Incident.of(entered, inCatalogueOrder(entered.items()), facts.stamp(), by);
        incidents.persist(incident);
        return incident.view();
    }

    /** Those after one of them, by the day they began; one more than the limit if there are more. */
    @Transactional
    List<IncidentView> after(@Nullable String code, int limit) {
        return incidents.after(code, limit + 1).stream().map(Incident::view).toList();
    }

    /** A part of a time line, after an entry of it; one more than the limit if there are more. */
    @Transactional
    List<TimelineView> timeline(String code, @Nullable UUID after, int limit) {
        get(code);
        return timeline.of(code, after, limit + 1).stream()
                .map(TimelineEntry::view)
                .toList();
    }

    @Transactional
    public Optional<IncidentView> find(String code) {
        return incidents.findByIdOptional(code).map(Incident::view);
    }

    /** One of them; a {@link ProblemException} NOT_FOUND if there is none. */
    @Transactional
    public IncidentView get(String code) {
        return find(code).orElseThrow(() -> ProblemException.notFound("incident", code));
    }

    /** The titles of some, by their codes. */
    @Transactional
    public Map<String, String> titles(Collection<String> codes) {
        return incidents.titles(codes);
    }

    /**
     * As it was known at an instant: with the direct cause, the investigators and the items confirmed as not leaked that had
     * been found out by then.
     */
    @Transactional
    public IncidentView knownAt(String code, Instant asOf) {
        return get(code).with(findings.knownAt(code, asOf));
    }

    @Transactional
    TimelineView add(String code, NewTimelineEntry entered, String by) {
        get(code);
        if (entered.occurredAt().isAfter(clock.instant())) {
            throw ProblemException.invalid("occurredAt", "must not lie in the future");
        }
        Optional.ofNullable(entered.corrects()).ifPresent(corrected -> requireCorrectable(code, corrected));
        TimelineEntry entry = new TimelineEntry(code, entered, facts.stamp(), by);
        timeline.persist(entry);
        return entry.view();
    }

    /** Every entry ever made, corrected ones included, by the time of what happened. */
    @Transactional
    public List<TimelineView> timeline(String code) {
        get(code);
        return timeline.of(code).stream().map(TimelineEntry::view).toList();
    }

    /** What the time line said at an instant: entries recorded up to then, corrected ones replaced. */
    @Transactional
    public List<TimelineView> timeline(String code, Instant asOf) {
        List<TimelineView> known = timeline(code).stream()
                .filter(entry -> !entry.recordedAt().isAfter(asOf))
                .toList();
        Set<UUID> corrected = new HashSet<>();
        known.forEach(entry -> Optional.ofNullable(entry.corrects()).ifPresent(corrected::add));
        return known.stream().filter(entry -> !corrected.contains(entry.id())).toList();
    }

    private void requireCorrectable(String code, UUID corrected) {
        TimelineEntry entry = timeline.findByIdOptional(corrected)
                .filter(found -> found.incident().equals(code))
                .orElseThrow(() -> ProblemException.invalid("corrects", "is not an entry of this incident"));
        if (timeline.count("corrects", entry.id()) > 0) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "The entry was corrected already: correct the correction");
        }
    }

    private List<String> inCatalogueOrder(List<String> codes) {
        return catalogue.all().stream()
                .map(LeakItem::code)
                .filter(codes::contains)
                .toList();
    }
}
