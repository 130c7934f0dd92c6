package org.teishutsu.report.publicnotice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.RecordedFact;

/** What the firm said in public of an incident's size (公表件数); the next one follows it, nothing overwrites it. */
@Entity
class PublishedFigure extends RecordedFact {
    private String incident;
    private long number;

    @Enumerated(EnumType.STRING)
    private PublishedFigureView.Unit unit;

    @Enumerated(EnumType.STRING)
    private PublishedFigureView.Certainty certainty;

    private Instant publishedAt;
    private @Nullable UUID notice;
    private @Nullable String explanation;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;

    @Version
    private long version;

    protected PublishedFigure() {}

    PublishedFigure(String incident, NewPublishedFigure entered, Instant now, String by) {
        super(now, by);
        this.incident = incident;
        this.number = entered.number();
        this.unit = entered.unit();
        this.certainty = entered.certainty();
        this.publishedAt = entered.publishedAt();
        this.notice = entered.notice();
        this.explanation = entered.explanation();
    }

    String incident() {
        return incident;
    }

    void approve(Instant now, String by) {
        Who.requireFourEyes(recordedBy(), by, "The published figure");
        if (approvedAt != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "The published figure is APPROVED and cannot go to APPROVED");
        }
        approvedAt = now;
        approvedBy = by;
    }

    PublishedFigureView view() {
        return new PublishedFigureView(
                id(),
                incident,
                number,
                unit,
                certainty,
                publishedAt,
                notice,
                recordedAt(),
                recordedBy(),
                approvedAt,
                approvedBy,
                explanation);
    }
}
