package org.teishutsu.report.evidence;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** One file of a piece of evidence; a later version stands beside it and never replaces it. */
@Entity
class EvidenceVersion extends RecordedFact {
    private UUID evidenceId;
    private int number;
    private String fileName;
    private String mediaType;
    private long bytes;
    private String sha256;

    protected EvidenceVersion() {}

    EvidenceVersion(UUID evidenceId, int number, ReceivedFile file, Instant now, String by) {
        super(now, by);
        this.evidenceId = evidenceId;
        this.number = number;
        this.fileName = file.name();
        this.mediaType = file.mediaType();
        this.bytes = file.bytes();
        this.sha256 = file.sha256();
    }

    UUID evidenceId() {
        return evidenceId;
    }

    EvidenceView.Version view() {
        return new EvidenceView.Version(number, fileName, mediaType, bytes, sha256, recordedAt(), recordedBy());
    }
}
