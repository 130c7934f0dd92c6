package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How and when the bureau took a filing. */
@Entity
class FilingSubmission {
    @Id
    private UUID filingId;

    private String channel;
    private String receiptNumber;
    private Instant receivedAt;
    private @Nullable String reasonsIfLate;
    private @Nullable UUID evidence;
    private Instant recordedAt;
    private String recordedBy;

    protected FilingSubmission() {}

    FilingSubmission(UUID filingId, Receipt receipt, Instant now, String by) {
        this.filingId = filingId;
        this.channel = receipt.channel();
        this.receiptNumber = receipt.receiptNumber();
        this.receivedAt = receipt.receivedAt();
        this.reasonsIfLate = receipt.reasonsIfLate();
        this.evidence = receipt.evidence();
        this.recordedAt = now;
        this.recordedBy = by;
    }

    UUID filingId() {
        return filingId;
    }

    View view() {
        return new View(channel, receiptNumber, receivedAt, reasonsIfLate, evidence, recordedAt, recordedBy);
    }

    /** A submission as the API shows it. */
    record View(
            String channel,
            String receiptNumber,
            Instant receivedAt,
            @Nullable String reasonsIfLate,
            @Nullable UUID evidence,
            Instant recordedAt,
            String by) {}
}
