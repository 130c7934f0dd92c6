package org.teishutsu.report.restriction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** The answer became another: from here on business is stopped, for another reason, or free; append-only. */
@Entity
class RestrictionChange extends RecordedFact {
    @Enumerated(EnumType.STRING)
    private RestrictionKind kind;

    private boolean stopped;
    private @Nullable Instant since;
    private @Nullable String ground;

    protected RestrictionChange() {}

    RestrictionChange(CurrentRestriction found, Instant now, String by) {
        super(now, by);
        this.kind = found.kind();
        this.stopped = found.stopped();
        this.since = found.since();
        this.ground = found.ground();
    }

    View view() {
        return new View(id(), kind, stopped, since, ground, recordedAt());
    }

    /**
     * A change as the API and those who are called see it.
     *
     * @param noticedAt when the suite saw that the answer had become another, seconds after it did
     */
    record View(
            UUID id,
            RestrictionKind kind,
            boolean stopped,
            @Nullable Instant since,
            @Nullable String ground,
            Instant noticedAt) {}
}
