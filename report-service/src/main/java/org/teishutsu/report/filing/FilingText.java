package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/**
 * What an officer wrote: a section in the firm's own words, the reason why a number differs from what was said before,
 * or a remark on a section that nobody prints. Append-only; of several for the same subject the last counts, and an
 * empty one takes it back. It survives a refresh.
 */
@Entity
class FilingText extends RecordedFact {
    private UUID filingId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;
    private String text;
    private String base;

    protected FilingText() {}

    /** {@code base} is the drafted text that was looked at when it was written; empty unless it is a section. */
    FilingText(UUID filingId, Kind kind, String subject, String text, String base, Instant now, String by) {
        super(now, by);
        this.filingId = filingId;
        this.kind = kind;
        this.subject = subject;
        this.text = text;
        this.base = base;
    }

    UUID filingId() {
        return filingId;
    }

    Kind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    String base() {
        return base;
    }

    /** Those of a kind that stand, by their subjects; {@code texts} in the order of recording. */
    static Map<String, FilingText> standing(List<FilingText> texts, Kind kind) {
        Map<String, FilingText> standing = new TreeMap<>();
        texts.stream().filter(text -> text.kind == kind).forEach(text -> standing.put(text.subject, text));
        standing.values().removeIf(text -> text.text.isBlank());
        return standing;
    }

    View view() {
        return new View(subject, text, recordedAt(), recordedBy());
    }

    /** What was written. */
    enum Kind {
        /** Instead of what was drafted for a section. */
        SECTION,
        /** Why a number differs from what was said before, by its key. */
        EXPLANATION,
        /** Somebody's remark on a section; all of them stand. */
        REMARK
    }

    /** A text as the API shows it; {@code about} is a section's number or a figure's key. */
    record View(String about, String text, Instant recordedAt, String by) {}
}
