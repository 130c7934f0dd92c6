package org.teishutsu.report.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** One order of the bureau (命令); what changes it afterwards is a fact of its own. */
@Entity
@Table(name = "supervisory_order")
class Order extends RecordedFact {
    private String authority;
    private String documentNumber;
    private String legalBasis;
    private @Nullable String priorDemand;
    private LocalDate issuedOn;
    private Instant receivedAt;
    private LocalDate firstReportDueOn;
    private int intervalMonths;

    @Enumerated(EnumType.STRING)
    private AsOfRule.Kind asOfKind;

    private int asOfCount;
    private boolean takesJson;

    @ElementCollection
    @CollectionTable(name = "order_incident", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @Column(name = "incident")
    private List<String> incidents = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "order_clause", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<Clause> clauses = new ArrayList<>();

    protected Order() {}

    Order(NewOrder entered, Instant now, String by) {
        super(now, by);
        this.authority = entered.authority();
        this.documentNumber = entered.documentNumber();
        this.legalBasis = entered.legalBasis();
        this.priorDemand = entered.priorDemand();
        this.issuedOn = entered.issuedOn();
        this.receivedAt = entered.receivedAt();
        this.firstReportDueOn = entered.firstReportDueOn();
        this.intervalMonths = entered.months();
        this.asOfKind = entered.rule().kind();
        this.asOfCount = entered.rule().count();
        this.takesJson = entered.acceptsJson();
        this.incidents.addAll(entered.incidents());
        this.clauses.addAll(entered.clauses());
    }

    /** With what amendments have put in the place of its clauses, or added to them. */
    OrderView view(@Nullable Release release, List<Clause> amended) {
        SortedMap<Integer, Clause> standing = new TreeMap<>();
        clauses.forEach(clause -> standing.put(clause.number(), clause));
        amended.forEach(clause -> standing.put(clause.number(), clause));
        return new OrderView(
                id(),
                authority,
                documentNumber,
                legalBasis,
                priorDemand,
                issuedOn,
                receivedAt,
                List.copyOf(incidents),
                List.copyOf(amended.isEmpty() ? clauses : standing.values()),
                firstReportDueOn,
                intervalMonths,
                AsOfRule.of(asOfKind, asOfCount),
                takesJson,
                release == null ? null : release.view(),
                recordedAt(),
                recordedBy());
    }
}
