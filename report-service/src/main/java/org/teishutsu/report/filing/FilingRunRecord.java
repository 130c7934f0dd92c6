package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** What one run looked at, made, and what waits and why; append-only. */
@Entity
@Table(name = "filing_run")
class FilingRunRecord extends RecordedFact {
    private LocalDate day;
    private int lookedAt;
    private String made;
    private String waiting;

    protected FilingRunRecord() {}

    FilingRunRecord(FilingRun.Result result, Instant now, String by) {
        super(now, by);
        this.day = result.date();
        this.lookedAt = result.lookedAt();
        this.made = FiguresJson.text(result.made().stream()
                .map(filing -> new Made(filing.id(), filing.title()))
                .toArray(Made[]::new));
        this.waiting = FiguresJson.text(result.waiting().toArray(FilingRun.Waiting[]::new));
    }

    View view() {
        return new View(
                id(),
                day,
                lookedAt,
                List.of(FiguresJson.read(made, Made[].class)),
                List.of(FiguresJson.read(waiting, FilingRun.Waiting[].class)),
                recordedAt(),
                recordedBy());
    }

    /** A draft that had not been there before. */
    record Made(UUID filing, String title) {}

    /** A run as the API shows it; {@code lookedAt} counts the open deadlines past their as-of instant. */
    record View(
            UUID id,
            LocalDate date,
            int lookedAt,
            List<Made> made,
            List<FilingRun.Waiting> waiting,
            Instant recordedAt,
            String by) {}
}
