package org.teishutsu.report.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The bureau's release from the duty to report (報告義務の解除). */
@Entity
@Table(name = "order_release")
class Release {
    @Id
    private UUID orderId;

    private String document;
    private LocalDate effectiveOn;
    private Instant recordedAt;
    private String recordedBy;

    protected Release() {}

    Release(UUID orderId, NewRelease entered, Instant now, String by) {
        this.orderId = orderId;
        this.document = entered.document();
        this.effectiveOn = entered.effectiveOn();
        this.recordedAt = now;
        this.recordedBy = by;
    }

    UUID orderId() {
        return orderId;
    }

    /** Whether it belongs to what was known at an instant. */
    boolean knownAt(Instant asOf) {
        return !recordedAt.isAfter(asOf);
    }

    OrderView.ReleaseView view() {
        return new OrderView.ReleaseView(document, effectiveOn, recordedAt, recordedBy);
    }
}
