package org.teishutsu.report.publicnotice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.incident.IncidentService;
import org.teishutsu.report.incident.IncidentView;

/** Records what the firm said of an incident's size, released by a second person. */
@ApplicationScoped
public class PublishedFigureService {
    private final PublishedFigures figures;
    private final PublicNotices notices;
    private final IncidentService incidents;
    private final Facts facts;
    private final Clock clock;

    PublishedFigureService(
            PublishedFigures figures, PublicNotices notices, IncidentService incidents, Facts facts, Clock clock) {
        this.clock = clock;
        this.figures = figures;
        this.notices = notices;
        this.incidents = incidents;
        this.facts = facts;
    }

    @Transactional
    PublishedFigureView record(String incident, NewPublishedFigure entered, String by) {
        IncidentView of = incidents.get(incident);
        if (entered.publishedAt().isAfter(clock.instant())) {
            throw ProblemException.invalid("publishedAt", "must not lie in the future");
        }
        if (entered.publishedAt().isBefore(Jst.startOf(of.occurredFrom()))) {
            throw ProblemException.invalid("publishedAt", "must not be before the incident, " + of.occurredFrom());
        }
        UUID notice = entered.notice();
        if (notice != null && notices.findByIdOptional(notice).isEmpty()) {
            throw ProblemException.invalid("notice", "is not a recorded public notice");
        }
        PublishedFigure figure = new PublishedFigure(incident, entered, facts.stamp(), by);
        figures.persist(figure);
        return figure.view();
    }

    @Transactional
    PublishedFigureView approve(String incident, UUID id, String by) {
        PublishedFigure figure = figures.findByIdOptional(id)
                .filter(found -> found.incident().equals(incident))
                .orElseThrow(() -> ProblemException.notFound("published figure", id));
        figure.approve(facts.stamp(), by);
        return figure.view();
    }

    /** All of an incident's, by the time they were published. */
    @Transactional
    public List<PublishedFigureView> of(String incident) {
        incidents.get(incident);
        return figures.of(incident).stream().map(PublishedFigure::view).toList();
    }

    /** What was said in public and does not agree with what was said before, without a word why. */
    @Transactional
    List<Contradiction> contradictions(String incident) {
        return Contradiction.among(
                of(incident), notices.listAll().stream().map(PublicNotice::view).toList());
    }

    /** Those approved up to an instant, by the time they were published. */
    @Transactional
    public List<PublishedFigureView> knownAt(String incident, Instant asOf) {
        return of(incident).stream().filter(figure -> figure.approvedAt(asOf)).toList();
    }
}
