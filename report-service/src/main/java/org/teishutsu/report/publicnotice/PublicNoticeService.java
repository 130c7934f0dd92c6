package org.teishutsu.report.publicnotice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.incident.IncidentService;

/** Records the firm's notices and tells which were known at an instant. */
@ApplicationScoped
public class PublicNoticeService {
    private final PublicNotices notices;
    private final PublishedFigures figures;
    private final IncidentService incidents;
    private final Facts facts;
    private final Clock clock;

    PublicNoticeService(
            PublicNotices notices, PublishedFigures figures, IncidentService incidents, Facts facts, Clock clock) {
        this.notices = notices;
        this.figures = figures;
        this.incidents = incidents;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    PublicNoticeView record(NewPublicNotice entered, String by) {
        if (entered.publishedAt().isAfter(clock.instant())) {
            throw ProblemException.invalid("publishedAt", "must not lie in the future");
        }
        entered.relations().forEach(relation -> requireEarlier(relation, entered.publishedAt()));
        PublicNotice notice = new PublicNotice(entered, facts.stamp(), by);
        notices.persist(notice);
        return notice.view();
    }

    /** All of them, by the time they were published. */
    @Transactional
    public List<PublicNoticeView> all() {
        return notices.list("order by publishedAt, id").stream()
                .map(PublicNotice::view)
                .toList();
    }

    /** What was said and what became of it; the number of statements does not grow with it. */
    @Transactional
    ChangeLog changeLog() {
        List<PublishedFigure> approved =
                figures.list("notice is not null and approvedAt is not null order by publishedAt, id");
        Map<String, String> titles = incidents.titles(
                approved.stream().map(PublishedFigure::incident).collect(Collectors.toSet()));
        Map<UUID, List<ChangeLog.Said>> said = approved.stream()
                .map(PublishedFigure::view)
                .collect(Collectors.groupingBy(
                        figure -> Objects.requireNonNull(figure.notice()),
                        Collectors.mapping(
                                figure -> new ChangeLog.Said(
                                        figure.incident(),
                                        Objects.requireNonNull(titles.get(figure.incident())),
                                        figure.number(),
                                        figure.unit(),
                                        figure.certainty()),
                                Collectors.toList())));
        return ChangeLog.of(all(), said);
    }

    /** Those recorded up to an instant. */
    @Transactional
    public List<PublicNoticeView> knownAt(Instant asOf) {
        return all().stream()
                .filter(notice -> !notice.recordedAt().isAfter(asOf))
                .toList();
    }

    private void requireEarlier(NoticeRelation relation, Instant publishedAt) {
        PublicNotice earlier = notices.findByIdOptional(relation.notice())
                .orElseThrow(() -> ProblemException.invalid("relations", "names a notice that is not recorded"));
        if (earlier.publishedAt().isAfter(publishedAt)) {
            throw ProblemException.invalid("relations", "names a notice that was published later");
        }
    }
}
