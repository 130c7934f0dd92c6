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

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate oldDue;
    private LocalDate newDue;
    private String reason;

    protected Slip() {}

    Slip(UUID measureId, LocalDate oldDue, NewSlip entered, Instant now, String by) {
        super(now, by);
        this.measureId = measureId;
        this.stage = entered.stage();
        this.oldDue = oldDue;
        this.newDue = entered.newDue();
        this.reason = entered.reason();
    }

    UUID measureId() {
        return measureId;
    }

    SlipView view() {
        return new SlipView(id(), stage, oldDue, newDue, reason, recordedAt(), recordedBy());
    }
}
