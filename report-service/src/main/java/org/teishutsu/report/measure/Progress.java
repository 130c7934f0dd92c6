package org.teishutsu.report.measure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** What was done for a measure; append-only. */
@Entity
@Table(name = "measure_progress")
class Progress extends RecordedFact {
    private UUID measureId;
    private int revision;
    private String text;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage stage;

    private @Nullable LocalDate doneOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Effect effect;

    protected Progress() {}

    Progress(UUID measureId, int revision, NewProgress entered, Instant now, String by) {
        super(now, by);
        this.measureId = measureId;
        this.revision = revision;
        this.text = entered.text();
        this.stage = entered.stage();
        this.doneOn = entered.doneOn();
        this.effect = entered.effect();
    }

    UUID measureId() {
        return measureId;
    }

    int revision() {
        return revision;
    }

    ProgressView view() {
        return new ProgressView(id(), text, stage, doneOn, effect, recordedAt(), recordedBy());
    }
}
