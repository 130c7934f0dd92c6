package org.teishutsu.report.restriction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.report.platform.RecordedFact;

/** An address that is told when a restriction begins or ends, until it is taken away. */
@Entity
@Table(name = "restriction_callback")
class Callback extends RecordedFact {
    @Enumerated(EnumType.STRING)
    private RestrictionKind kind;

    private String url;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;

    protected Callback() {}

    Callback(RestrictionKind kind, String url, Instant now, String by) {
        super(now, by);
        this.kind = kind;
        this.url = url;
    }

    void end(Instant now, String by) {
        if (endedAt != null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "The callback is ENDED and cannot go to ENDED");
        }
        endedAt = now;
        endedBy = by;
    }

    View view() {
        return new View(id(), kind, url, recordedAt(), recordedBy(), endedAt, endedBy);
    }

    /** A callback as the API shows it, without its secret. */
    record View(
            UUID id,
            RestrictionKind kind,
            String url,
            Instant recordedAt,
            String by,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}
}
