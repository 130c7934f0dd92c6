package org.teishutsu.report.measure;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/**
 * One measure: what it is to be is told by its plans, what became of it by its progress and its slips. Whatever changes it
 * gives it a new revision.
 */
@Entity
class Measure extends RecordedFact {
    private UUID orderId;
    private int revision;
    private int planNo;

    protected Measure() {}

    Measure(UUID orderId, Instant now, String by) {
        super(now, by);
        this.orderId = orderId;
        this.revision = 1;
        this.planNo = 1;
    }

    UUID orderId() {
        return orderId;
    }

    int revision() {
        return revision;
    }

    int planNo() {
        return planNo;
    }

    /** Something was recorded of it; gives the new revision. */
    int revise() {
        return ++revision;
    }

    /** It is planned anew; gives the new revision. */
    int plan() {
        planNo = revise();
        return planNo;
    }
}
