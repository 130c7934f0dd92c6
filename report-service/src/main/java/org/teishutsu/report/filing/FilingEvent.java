package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** Something that happened to a filing; append-only. */
@Entity
class FilingEvent extends RecordedFact {
    private UUID filingId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private FilingState state;

    private @Nullable String detail;

    protected FilingEvent() {}

    FilingEvent(Filing filing, Kind kind, @Nullable String detail, Instant now, String by) {
        super(now, by);
        this.filingId = filing.id();
        this.kind = kind;
        this.state = filing.state();
        this.detail = detail;
    }

    UUID filingId() {
        return filingId;
    }

    Kind kind() {
        return kind;
    }

    View view() {
        return new View(id(), kind, state, detail, recordedAt(), recordedBy());
    }

    /** What can happen. */
    enum Kind {
        CREATED(false),
        WAITING(false),
        DRAFTED(false),
        REFRESHED(true),
        EDITED(true),
        EXPLAINED(true),
        REMARKED(false),
        REDATED(false),
        OVERRIDDEN(false),
        OVERRIDES_FORGOTTEN(false),
        SUBMITTED_FOR_REVIEW(true),
        RETURNED(false),
        APPROVED(false),
        RELEASED(false),
        SUBMITTED(false),
        NOT_NEEDED(false),
        CORRECTION_BEGUN(false),
        CORRECTS(true),
        REQUESTED(false),
        REQUEST_ANSWERED(false);

        private final boolean prepares;

        Kind(boolean prepares) {
            this.prepares = prepares;
        }

        /** Whether whoever did it has prepared the filing and so cannot release it. */
        boolean prepares() {
            return prepares;
        }
    }

    /** An event as the API shows it; {@code state} is the filing's after it. */
    record View(
            UUID id, Kind kind, FilingState state, @Nullable String detail, Instant recordedAt, String by) {}
}
