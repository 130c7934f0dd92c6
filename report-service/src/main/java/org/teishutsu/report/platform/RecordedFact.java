package org.teishutsu.report.platform;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.teishutsu.common.id.Ids;

/** A row with an id of its own that says when it was recorded and by whom; neither ever changes. */
@MappedSuperclass
public abstract class RecordedFact {
    @Id
    private UUID id;

    private Instant recordedAt;
    private String recordedBy;

    protected RecordedFact() {}

    protected RecordedFact(Instant recordedAt, String recordedBy) {
        this.id = Ids.next();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    public UUID id() {
        return id;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    /** Whether it belongs to what was known at an instant. */
    public boolean knownAt(Instant asOf) {
        return !recordedAt.isAfter(asOf);
    }
}
