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
    private String text;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage stage;

    private @Nullable LocalDate doneOn;

    protected Progress() {}

    Progress(UUID measureId, NewProgress entered, Instant now, String by) {
        super(now, by);
        this.measureId = measureId;
        this.text = entered.text();
        this.stage = entered.stage();
        this.doneOn = entered.doneOn();
    }

    UUID measureId() {
        return measureId;
    }

    ProgressView view() {
        return new ProgressView(id(), text, stage, doneOn, recordedAt(), recordedBy());
    }
}
