package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What an officer adds to a section in the firm's own words (補足); it survives a refresh. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@IdClass(FilingRemark.Key.class)
class FilingRemark {
    @Id
    private UUID filingId;

    @Id
    private String section;

    private String text;
    private Instant recordedAt;
    private String recordedBy;

    protected FilingRemark() {}

    FilingRemark(UUID filingId, String section, String text, Instant now, String by) {
        this.filingId = filingId;
        this.section = section;
        this.text = text;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    void rewrite(String newText, Instant now, String by) {
        text = newText;
        recordedAt = now;
        recordedBy = by;
    }

    String section() {
        return section;
    }

    String text() {
        return text;
    }

    View view() {
        return new View(section, text, recordedAt, recordedBy);
    }

    /** One remark a section. */
    record Key(UUID filingId, String section) implements Serializable {}

    /** A remark as the API shows it. */
    record View(String section, String text, Instant recordedAt, String by) {}
}
