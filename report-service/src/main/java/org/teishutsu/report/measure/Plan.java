package org.teishutsu.report.measure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** What a measure was to be from one revision on; append-only. */
@Entity
@Table(name = "measure_plan")
class Plan extends RecordedFact {
    private UUID measureId;
    private int number;
    private String title;
    private String owner;
    private String verification;

    @Convert(converter = SheetValue.Converter.class)
    private @Nullable Map<String, SheetValue> extra;

    @ElementCollection
    @CollectionTable(name = "measure_clause", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    @Column(name = "clause")
    private List<Integer> clauses = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "measure_stage", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<StagePlan> stages = new ArrayList<>();

    protected Plan() {}

    Plan(UUID measureId, int number, MeasurePlan plan, Instant now, String by) {
        super(now, by);
        this.measureId = measureId;
        this.number = number;
        this.title = plan.title();
        this.owner = plan.owner();
        this.verification = plan.verification();
        this.extra = plan.extra().isEmpty() ? null : plan.extra();
        this.clauses.addAll(plan.clauses());
        this.stages.addAll(plan.stages());
    }

    UUID measureId() {
        return measureId;
    }

    int number() {
        return number;
    }

    MeasurePlan plan() {
        return new MeasurePlan(title, owner, clauses, verification, stages, extra == null ? Map.of() : extra);
    }
}
