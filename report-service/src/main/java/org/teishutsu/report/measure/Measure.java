package org.teishutsu.report.measure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** One measure as it was first laid down; what became of it is told by its progress and its slips. */
@Entity
class Measure extends RecordedFact {
    private UUID orderId;
    private String title;
    private String owner;
    private String verification;

    @ElementCollection
    @CollectionTable(name = "measure_clause", joinColumns = @JoinColumn(name = "measure_id"))
    @OrderColumn(name = "position")
    private List<Served> clauses = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "measure_stage", joinColumns = @JoinColumn(name = "measure_id"))
    @OrderColumn(name = "position")
    private List<StagePlan> stages = new ArrayList<>();

    protected Measure() {}

    Measure(NewMeasure entered, Instant now, String by) {
        super(now, by);
        this.orderId = entered.order();
        this.title = entered.title();
        this.owner = entered.owner();
        this.verification = entered.verification();
        entered.clauses().forEach(clause -> clauses.add(new Served(entered.order(), clause)));
        this.stages.addAll(entered.stages());
    }

    UUID orderId() {
        return orderId;
    }

    MeasureView view(List<ProgressView> progress, List<SlipView> slips) {
        return MeasureView.of(
                id(),
                orderId,
                title,
                owner,
                verification,
                clauses.stream().map(Served::clause).toList(),
                List.copyOf(stages),
                progress,
                slips,
                recordedAt(),
                recordedBy());
    }

    /** A clause of the order that the measure answers. */
    @Embeddable
    record Served(UUID orderId, int clause) {}
}
