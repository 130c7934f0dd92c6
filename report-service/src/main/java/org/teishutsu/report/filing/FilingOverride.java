package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An approver's written reason for letting a failed check pass. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@IdClass(FilingOverride.Key.class)
class FilingOverride {
    @Id
    private UUID filingId;

    @Id
    @Enumerated(EnumType.STRING)
    private CheckName checkName;

    private String reason;
    private String note;
    private Instant recordedAt;
    private String recordedBy;

    protected FilingOverride() {}

    FilingOverride(UUID filingId, CheckName checkName, String reason, String note, Instant now, String by) {
        this.filingId = filingId;
        this.checkName = checkName;
        this.reason = reason;
        this.note = note;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    CheckName checkName() {
        return checkName;
    }

    String note() {
        return note;
    }

    String recordedBy() {
        return recordedBy;
    }

    View view() {
        return new View(reason, note, recordedAt, recordedBy);
    }

    /** One override a check. */
    record Key(UUID filingId, CheckName checkName) implements Serializable {}

    /**
     * An override as the API shows it.
     *
     * @param note what 提出用 prints about it, in the firm's own words
     */
    record View(String reason, String note, Instant recordedAt, String by) {}
}
