package org.teishutsu.report.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** One instruction or question of the bureau; append-only. */
@Entity
@Table(name = "order_instruction")
class Instruction extends RecordedFact {
    private UUID orderId;
    private String documentNumber;
    private String officer;
    private LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    private InstructionKind kind;

    private String text;
    private @Nullable Integer fromReport;
    private @Nullable Integer intervalMonths;
    private @Nullable Integer dayOfMonth;

    @Enumerated(EnumType.STRING)
    private AsOfRule.@Nullable Kind asOfKind;

    private @Nullable Integer asOfCount;

    @Enumerated(EnumType.STRING)
    private @Nullable Roll roll;

    private @Nullable LocalDate extendedTo;
    private @Nullable UUID corrects;

    @ElementCollection
    @CollectionTable(name = "order_instruction_clause", joinColumns = @JoinColumn(name = "instruction_id"))
    @OrderColumn(name = "position")
    private List<Clause> clauses = new ArrayList<>();

    protected Instruction() {}

    Instruction(UUID orderId, NewInstruction entered, Instant now, String by) {
        super(now, by);
        this.orderId = orderId;
        this.documentNumber = entered.documentNumber();
        this.officer = entered.officer();
        this.receivedOn = entered.receivedOn();
        this.kind = entered.kind();
        this.text = entered.text();
        this.fromReport = entered.fromReport();
        this.intervalMonths = entered.intervalMonths();
        this.dayOfMonth = entered.dayOfMonth();
        AsOfRule rule = entered.asOfRule();
        this.asOfKind = rule == null ? null : rule.kind();
        this.asOfCount = rule == null ? null : rule.count();
        this.roll = entered.roll();
        this.extendedTo = entered.extendedTo();
        this.corrects = entered.corrects();
        if (entered.clauses() != null) {
            this.clauses.addAll(entered.clauses());
        }
    }

    InstructionKind kind() {
        return kind;
    }

    @Nullable UUID corrects() {
        return corrects;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    List<Clause> clauses() {
        return List.copyOf(clauses);
    }

    UUID orderId() {
        return orderId;
    }

    InstructionView view(List<InstructionView.Answer> answers) {
        AsOfRule rule = asOfKind == null || asOfCount == null ? null : AsOfRule.of(asOfKind, asOfCount);
        return new InstructionView(
                id(),
                orderId,
                documentNumber,
                officer,
                receivedOn,
                kind,
                text,
                fromReport,
                intervalMonths,
                dayOfMonth,
                rule,
                roll,
                extendedTo,
                clauses(),
                corrects,
                answers,
                recordedAt(),
                recordedBy());
    }
}
