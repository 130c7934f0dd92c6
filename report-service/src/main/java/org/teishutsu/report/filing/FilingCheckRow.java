package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.teishutsu.report.filing.content.FirmCopy.Outcome;
import org.teishutsu.report.platform.RecordedFact;

/** What a check had found when the filing was approved; append-only. */
@Entity
@Table(name = "filing_check")
class FilingCheckRow extends RecordedFact {
    private UUID filingId;

    @Enumerated(EnumType.STRING)
    private CheckName checkName;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String compared;

    protected FilingCheckRow() {}

    FilingCheckRow(UUID filingId, CheckResult result, Instant now, String by) {
        super(now, by);
        this.filingId = filingId;
        this.checkName = result.name();
        this.outcome = result.outcome();
        this.compared = result.compared();
    }

    UUID filingId() {
        return filingId;
    }

    CheckResult result() {
        return CheckResult.of(checkName, outcome, compared);
    }
}
