package org.teishutsu.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What belongs to a filing: its events, remarks, overrides, released documents and the bureau's receipt. */
@ApplicationScoped
class FilingRecords {
    private final EntityManager database;

    FilingRecords(EntityManager database) {
        this.database = database;
    }

    void event(Filing filing, FilingEvent.Kind kind, @Nullable String detail, Instant now, String by) {
        database.persist(new FilingEvent(filing, kind, detail, now, by));
    }

    List<FilingEvent> events(UUID filing) {
        return database.createQuery(
                        "select e from FilingEvent e where e.filingId = :filing order by e.recordedAt, e.id",
                        FilingEvent.class)
                .setParameter("filing", filing)
                .getResultList();
    }

    /** Whoever prepared the filing since it was last returned, the last one last. */
    List<String> preparers(UUID filing) {
        List<FilingEvent> events = events(filing);
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            from = events.get(i).kind() == FilingEvent.Kind.RETURNED ? i : from;
        }
        return events.subList(from, events.size()).stream()
                .filter(event -> event.kind().prepares())
                .map(FilingEvent::recordedBy)
                .toList();
    }

    List<FilingRemark> remarks(UUID filing) {
        return database.createQuery(
                        "select r from FilingRemark r where r.filingId = :filing order by r.section",
                        FilingRemark.class)
                .setParameter("filing", filing)
                .getResultList();
    }

    /** An empty text takes the remark away. */
    void remark(UUID filing, String section, String text, Instant now, String by) {
        FilingRemark found = database.find(FilingRemark.class, new FilingRemark.Key(filing, section));
        if (text.isBlank()) {
            Optional.ofNullable(found).ifPresent(database::remove);
        } else if (found == null) {
            database.persist(new FilingRemark(filing, section, text.strip(), now, by));
        } else {
            found.rewrite(text.strip(), now, by);
        }
        database.flush();
    }

    List<FilingOverride> overrides(UUID filing) {
        return database.createQuery(
                        "select o from FilingOverride o where o.filingId = :filing order by o.recordedAt",
                        FilingOverride.class)
                .setParameter("filing", filing)
                .getResultList();
    }

    Set<String> overriders(UUID filing) {
        Set<String> names = new HashSet<>();
        overrides(filing).forEach(override -> names.add(override.recordedBy()));
        return names;
    }

    void override(FilingOverride override) {
        database.persist(override);
        database.flush();
    }

    /** What was overridden no longer counts once the filing has gone back or was written anew. */
    void forgetOverrides(UUID filing) {
        overrides(filing).forEach(database::remove);
        database.flush();
    }

    void document(FilingDocument document) {
        database.persist(document);
    }

    Optional<FilingDocument> document(Filing filing, RenderingName rendering) {
        return Optional.ofNullable(database.find(
                FilingDocument.class, new FilingDocument.Key(filing.id(), filing.releaseNo(), rendering)));
    }

    /** The SHA-256 of a released rendering, without its bytes. */
    Optional<String> sha256(Filing filing, RenderingName rendering) {
        return database.createQuery(
                        "select d.sha256 from FilingDocument d where d.filingId = :filing"
                                + " and d.releaseNo = :release and d.rendering = :rendering",
                        String.class)
                .setParameter("filing", filing.id())
                .setParameter("release", filing.releaseNo())
                .setParameter("rendering", rendering)
                .getResultStream()
                .findFirst();
    }

    void submission(FilingSubmission submission) {
        database.persist(submission);
    }

    Optional<FilingSubmission> submission(UUID filing) {
        return Optional.ofNullable(database.find(FilingSubmission.class, filing));
    }
}
