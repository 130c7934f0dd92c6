package org.teishutsu.report.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** Something an inquiry found out; append-only. */
@Entity
@Table(name = "incident_finding")
class Finding extends RecordedFact {
    private String incident;

    @Enumerated(EnumType.STRING)
    private FindingKind kind;

    private String text;
    private @Nullable String item;
    private @Nullable String investigator;

    @Column(name = "on_day")
    private LocalDate on;

    private @Nullable UUID corrects;

    protected Finding() {}

    Finding(String incident, NewFinding entered, Instant now, String by) {
        super(now, by);
        this.incident = incident;
        this.kind = entered.kind();
        this.text = entered.text();
        this.item = entered.item();
        this.investigator = entered.investigator();
        this.on = entered.on();
        this.corrects = entered.corrects();
    }

    String incident() {
        return incident;
    }

    FindingKind kind() {
        return kind;
    }

    @Nullable UUID corrects() {
        return corrects;
    }

    FindingView view() {
        return new FindingView(
                id(), incident, kind, text, item, investigator, on, corrects, recordedAt(), recordedBy());
    }
}
