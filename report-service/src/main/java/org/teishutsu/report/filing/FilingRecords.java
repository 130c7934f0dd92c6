package org.teishutsu.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;

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
        return preparers(events(filing));
    }

    /** The same of events in the order of recording. */
    static List<String> preparers(List<FilingEvent> events) {
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            from = events.get(i).kind() == FilingEvent.Kind.RETURNED ? i : from;
        }
        return events.subList(from, events.size()).stream()
                .filter(event -> event.kind().prepares())
                .map(FilingEvent::recordedBy)
                .toList();
    }

    /** Every text of a kind in the order of recording. */
    List<FilingText> texts(UUID filing, FilingText.Kind kind) {
        return database.createQuery(
                        "select t from FilingText t where t.filingId = :filing and t.kind = :kind"
                                + " order by t.recordedAt, t.id",
                        FilingText.class)
                .setParameter("filing", filing)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** Those of a kind that stand, by their subjects. */
    Map<String, FilingText> standing(UUID filing, FilingText.Kind kind) {
        return FilingText.standing(texts(filing, kind), kind);
    }

    /** The officer's texts by section. */
    Map<String, String> texts(UUID filing) {
        return words(standing(filing, FilingText.Kind.SECTION));
    }

    /** The firm's reasons for numbers that differ from what was said before, by key. */
    Map<String, String> explanations(UUID filing) {
        return words(standing(filing, FilingText.Kind.EXPLANATION));
    }

    private static Map<String, String> words(Map<String, FilingText> texts) {
        Map<String, String> words = new TreeMap<>();
        texts.forEach((subject, text) -> words.put(subject, text.text()));
        return words;
    }

    /** A new version begins with the words of the one it corrects. */
    void copyTexts(Filing from, Filing to, Instant now, String by) {
        for (FilingText.Kind kind : List.of(FilingText.Kind.SECTION, FilingText.Kind.EXPLANATION)) {
            standing(from.id(), kind)
                    .values()
                    .forEach(text -> database.persist(
                            new FilingText(to.id(), kind, text.subject(), text.text(), text.base(), now, by)));
        }
        database.flush();
    }

    /** What a filing says that has been written. */
    FilingContent content(UUID filing) {
        return FilingJson.read(database.find(Filing.class, filing).content().orElseThrow());
    }

    void text(FilingText text) {
        database.persist(text);
        database.flush();
    }

    void checked(UUID filing, List<CheckResult> results, Instant now, String by) {
        results.forEach(result -> database.persist(new FilingCheckRow(filing, result, now, by)));
    }

    /** What the checks had found at the last approval; empty if there was none. */
    List<CheckResult> checked(UUID filing) {
        return database.createQuery(
                        "select c from FilingCheckRow c where c.filingId = :filing and c.recordedAt ="
                                + " (select max(d.recordedAt) from FilingCheckRow d where d.filingId = :filing)"
                                + " order by c.id",
                        FilingCheckRow.class)
                .setParameter("filing", filing)
                .getResultStream()
                .map(FilingCheckRow::result)
                .toList();
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

    void submission(FilingSubmission submission) {
        database.persist(submission);
    }
}
