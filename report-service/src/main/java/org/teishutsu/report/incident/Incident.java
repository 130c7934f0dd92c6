package org.teishutsu.report.incident;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One loss of customer data (事案); what became known later goes into its time line. */
@Entity
class Incident {
    @Id
    private String code;

    private String title;
    private LocalDate occurredFrom;
    private LocalDate occurredTo;
    private Instant detectedAt;
    private @Nullable Instant containedAt;
    private @Nullable String population;
    private @Nullable String investigator;
    private @Nullable String cause;
    private @Nullable String description;
    private @Nullable String effectOnCustomers;
    private @Nullable String contractors;

    @ElementCollection
    @CollectionTable(name = "incident_item", joinColumns = @JoinColumn(name = "incident"))
    @OrderColumn(name = "position")
    @Column(name = "item")
    private List<String> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "incident_item_remark", joinColumns = @JoinColumn(name = "incident"))
    @MapKeyColumn(name = "item")
    @Column(name = "remark")
    private Map<String, String> itemRemarks = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "incident_not_leaked", joinColumns = @JoinColumn(name = "incident"))
    @OrderColumn(name = "position")
    private List<NotLeaked> notLeaked = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "incident_body_told", joinColumns = @JoinColumn(name = "incident"))
    @OrderColumn(name = "position")
    private List<BodyTold> bodiesTold = new ArrayList<>();

    private Instant recordedAt;
    private String recordedBy;

    protected Incident() {}

    static Incident of(NewIncident entered, List<String> items, Instant now, String by) {
        Incident incident = new Incident();
        incident.code = entered.code();
        incident.title = entered.title();
        incident.occurredFrom = entered.occurredFrom();
        incident.occurredTo = entered.occurredTo();
        incident.detectedAt = entered.detectedAt();
        incident.containedAt = entered.containedAt();
        incident.population = entered.population();
        incident.investigator = entered.investigator();
        incident.cause = entered.cause();
        incident.description = entered.description();
        incident.effectOnCustomers = entered.effectOnCustomers();
        incident.contractors = entered.contractors();
        incident.items.addAll(items);
        incident.itemRemarks.putAll(entered.itemRemarks());
        incident.notLeaked.addAll(entered.notLeaked());
        incident.bodiesTold.addAll(entered.bodiesTold());
        incident.recordedAt = now;
        incident.recordedBy = by;
        return incident;
    }

    IncidentView view() {
        return new IncidentView(
                code,
                title,
                occurredFrom,
                occurredTo,
                detectedAt,
                containedAt,
                population,
                List.copyOf(items),
                new TreeMap<>(itemRemarks),
                List.copyOf(notLeaked),
                investigator,
                cause,
                description,
                List.copyOf(bodiesTold),
                effectOnCustomers,
                contractors,
                null,
                null,
                recordedAt,
                recordedBy);
    }
}
