package org.teishutsu.report.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.Facts;

/** Records what is found out about an incident, and tells what stood at an instant. */
@ApplicationScoped
public class FindingService {
    private final Findings findings;
    private final Incidents incidents;
    private final LeakCatalogue catalogue;
    private final Facts facts;
    private final Clock clock;

    FindingService(Findings findings, Incidents incidents, LeakCatalogue catalogue, Facts facts, Clock clock) {
        this.findings = findings;
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    FindingView record(String incident, NewFinding entered, String by) {
        IncidentView of = get(incident);
        if (entered.on().isAfter(Jst.date(clock.instant()))) {
            throw ProblemException.invalid("on", "must not lie in the future");
        }
        if (entered.on().isBefore(of.occurredFrom())) {
            throw ProblemException.invalid("on", "must not be before the incident, " + of.occurredFrom());
        }
        if (entered.item() != null) {
            catalogue.requireKnown("item", List.of(entered.item()));
            if (of.items().contains(entered.item())) {
                throw ProblemException.invalid("item", entered.item() + " is among the items that leaked");
            }
        }
        if (entered.corrects() != null) {
            requireCorrectable(incident, entered.corrects(), entered.kind());
        }
        Finding finding = new Finding(incident, entered, facts.stamp(), by);
        findings.persistAndFlush(finding);
        return finding.view();
    }

    /** Every entry ever made, corrected ones included. */
    @Transactional
    public List<FindingView> all(String incident) {
        get(incident);
        return findings.of(incident).stream().map(Finding::view).toList();
    }

    /** What was known at an instant, corrected entries replaced. */
    @Transactional
    public List<FindingView> knownAt(String incident, Instant asOf) {
        List<Finding> known = findings.of(incident).stream()
                .filter(each -> each.knownAt(asOf))
                .toList();
        Set<UUID> corrected = new HashSet<>();
        known.forEach(each -> corrected.add(each.corrects()));
        return known.stream()
                .filter(each -> !corrected.contains(each.id()))
                .map(Finding::view)
                .toList();
    }

    private IncidentView get(String code) {
        return incidents
                .findByIdOptional(code)
                .map(Incident::view)
                .orElseThrow(() -> ProblemException.notFound("incident", code));
    }

    private void requireCorrectable(String incident, UUID corrected, FindingKind kind) {
        Finding found = findings.findByIdOptional(corrected)
                .filter(each -> each.incident().equals(incident) && each.kind() == kind)
                .orElseThrow(() -> ProblemException.invalid("corrects", "is no finding of this kind of this incident"));
        if (findings.count("corrects", found.id()) > 0) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "The finding was corrected already: correct the correction");
        }
    }
}
