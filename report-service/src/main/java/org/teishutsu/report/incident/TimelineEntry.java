package org.teishutsu.report.incident;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** One line of an incident's time line (時系列). */
@Entity
class TimelineEntry extends RecordedFact {
    private String incident;
    private Instant occurredAt;
    private String text;
    private @Nullable UUID corrects;

    protected TimelineEntry() {}

    TimelineEntry(String incident, NewTimelineEntry entered, Instant now, String by) {
        super(now, by);
        this.incident = incident;
        this.occurredAt = entered.occurredAt();
        this.text = entered.text();
        this.corrects = entered.corrects();
    }

    String incident() {
        return incident;
    }

    TimelineView view() {
        return new TimelineView(id(), incident, occurredAt, text, corrects, recordedAt(), recordedBy());
    }
}
