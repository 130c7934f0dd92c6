package org.teishutsu.report.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.platform.RecordedFact;

/** One piece of evidence and what it is about; its files are its versions. */
@Entity
class Evidence extends RecordedFact {
    @Enumerated(EnumType.STRING)
    private Subject.Kind about;

    private @Nullable UUID measureId;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage stage;

    private @Nullable UUID orderId;
    private @Nullable Integer clause;
    private @Nullable UUID restrictionId;
    private @Nullable UUID timelineEntryId;
    private @Nullable UUID filingId;
    private String title;

    protected Evidence() {}

    Evidence(NewEvidence entered, Instant now, String by) {
        super(now, by);
        Subject subject = entered.subject();
        this.about = subject.kind();
        switch (about) {
            case MEASURE -> this.measureId = subject.id();
            case CLAUSE -> this.orderId = subject.id();
            case RESTRICTION -> this.restrictionId = subject.id();
            case TIMELINE_ENTRY -> this.timelineEntryId = subject.id();
            case FILING -> this.filingId = subject.id();
        }
        this.clause = subject.clause();
        this.stage = subject.stage();
        this.title = entered.title();
    }

    Subject subject() {
        UUID subject = switch (about) {
            case MEASURE -> measureId;
            case CLAUSE -> orderId;
            case RESTRICTION -> restrictionId;
            case TIMELINE_ENTRY -> timelineEntryId;
            case FILING -> filingId;
        };
        return new Subject(about, Objects.requireNonNull(subject), clause, stage);
    }

    EvidenceView view(List<EvidenceVersion> versions) {
        return new EvidenceView(
                id(),
                subject(),
                title,
                versions.stream().map(EvidenceVersion::view).toList(),
                recordedAt(),
                recordedBy());
    }
}
