package org.teishutsu.report.measure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** A delay of one stage with its reason; append-only. */
@Entity
@Table(name = "measure_slip")
class Slip extends RecordedFact {
    private UUID measureId;
    private int revision;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate oldDue;
    private LocalDate newDue;
    private String reason;

    protected Slip() {}

    Slip(UUID measureId, int revision, LocalDate oldDue, NewSlip entered, Instant now, String by) {
        super(now, by);
        this.measureId = measureId;
        this.revision = revision;
        this.stage = entered.stage();
        this.oldDue = oldDue;
        this.newDue = entered.newDue();
        this.reason = entered.reason();
    }

    UUID measureId() {
        return measureId;
    }

    int revision() {
        return revision;
    }

    SlipView view() {
        return new SlipView(id(), stage, oldDue, newDue, reason, recordedAt(), recordedBy());
    }
}
