package org.teishutsu.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Filings as the API shows them: what belongs to them is read in one statement a kind, however many they are. */
@ApplicationScoped
class FilingViews {
    private final EntityManager database;

    FilingViews(EntityManager database) {
        this.database = database;
    }

    FilingView of(Filing filing) {
        return of(List.of(filing)).get(0);
    }

    /** In the given order. */
    List<FilingView> of(Collection<Filing> filings) {
        List<UUID> ids = filings.stream().map(Filing::id).toList();
        Map<UUID, List<FilingEvent>> events = events(ids);
        Map<UUID, List<FilingText>> texts = texts(ids);
        Map<UUID, List<Sum>> sums = sums(ids);
        Map<UUID, FilingSubmission> submissions = submissions(ids);
        return filings.stream()
                .map(filing -> FilingView.of(
                        filing,
                        FilingRecords.preparers(events.getOrDefault(filing.id(), List.of())),
                        texts.getOrDefault(filing.id(), List.of()),
                        sums.getOrDefault(filing.id(), List.of()),
                        submissions.get(filing.id())))
                .toList();
    }

    /** The SHA-256 of a rendering that was released. */
    record Sum(UUID filing, int releaseNo, RenderingName rendering, String sha256) {}

    private Map<UUID, List<FilingEvent>> events(List<UUID> ids) {
        return database.createQuery(
                        "select e from FilingEvent e where e.filingId in :ids order by e.recordedAt, e.id",
                        FilingEvent.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(FilingEvent::filingId));
    }

    private Map<UUID, List<FilingText>> texts(List<UUID> ids) {
        return database.createQuery(
                        "select t from FilingText t where t.filingId in :ids order by t.recordedAt, t.id",
                        FilingText.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(FilingText::filingId));
    }

    /** Without the bytes. */
    private Map<UUID, List<Sum>> sums(List<UUID> ids) {
        return database.createQuery(
                        "select d.filingId, d.releaseNo, d.rendering, d.sha256 from FilingDocument d where d.filingId in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new Sum((UUID) row[0], (Integer) row[1], (RenderingName) row[2], (String) row[3]))
                .collect(Collectors.groupingBy(Sum::filing));
    }

    private Map<UUID, FilingSubmission> submissions(List<UUID> ids) {
        return database.createQuery("select s from FilingSubmission s where s.filingId in :ids", FilingSubmission.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(FilingSubmission::filingId, Function.identity()));
    }
}
