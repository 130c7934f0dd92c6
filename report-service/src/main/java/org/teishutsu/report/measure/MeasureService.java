package org.teishutsu.report.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.OrderService;

/** Records measures, what is done for them and what delays them, and tells where they stood at an instant. */
@ApplicationScoped
public class MeasureService {
    private final Measures measures;
    private final Plans plans;
    private final ProgressEntries progress;
    private final Slips slips;
    private final StagesNow stagesNow;
    private final OrderService orders;
    private final Facts facts;
    private final Clock clock;

    MeasureService(
            Measures measures,
            Plans plans,
            ProgressEntries progress,
            Slips slips,
            StagesNow stagesNow,
            OrderService orders,
            Facts facts,
            Clock clock) {
        this.measures = measures;
        this.plans = plans;
        this.progress = progress;
        this.slips = slips;
        this.stagesNow = stagesNow;
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    MeasureView record(UUID order, MeasurePlan plan, String by) {
        plan.requireConsistent();
        requireClauses(order, plan.clauses());
        Instant now = facts.stamp();
        Measure measure = new Measure(order, now, by);
        measures.persistAndFlush(measure);
        plans.persistAndFlush(new Plan(measure.id(), 1, plan, now, by));
        return stored(measure);
    }

    /** Makes it what the plan says; nothing if it is that already. */
    @Transactional
    MeasureView edit(UUID id, @Nullable Integer lookedAt, MeasurePlan plan, String by) {
        Measure measure = measures.lock(id);
        MeasureRecords records = records(List.of(measure)).get(0);
        MeasureChanges.requireCurrent(records, lookedAt);
        plan.requireConsistent();
        MeasureView before = records.view();
        MeasureRules.requireEdit(before, plan.stages());
        requireClauses(measure.orderId(), plan.clauses());
        if (plan.equals(records.plan())) {
            return before;
        }
        plans.persistAndFlush(new Plan(id, measure.plan(), plan, facts.stamp(), by));
        return stored(measure);
    }

    /** The columns of its sheet that only the firm knows. */
    @Transactional
    Map<String, SheetValue> extra(UUID id) {
        return records(List.of(find(id))).get(0).plan().extra();
    }

    @Transactional
    MeasureView progress(UUID id, NewProgress entered, String by) {
        Measure measure = measures.lock(id);
        MeasureRecords records = records(List.of(measure)).get(0);
        MeasureChanges.requireCurrent(records, entered.revision());
        Stage stage = entered.stage();
        if (stage != null) {
            MeasureRules.requireNextDone(
                    records.view(),
                    stage,
                    Objects.requireNonNull(entered.doneOn()),
                    orders.begin(measure.orderId()),
                    Jst.date(clock.instant()));
            measure.revise();
        }
        progress.persistAndFlush(new Progress(id, measure.revision(), entered, facts.stamp(), by));
        return stored(measure);
    }

    @Transactional
    MeasureView slip(UUID id, NewSlip entered, String by) {
        Measure measure = measures.lock(id);
        MeasureRecords records = records(List.of(measure)).get(0);
        MeasureChanges.requireCurrent(records, entered.revision());
        LocalDate due = MeasureRules.requireOpen(records.view(), entered.stage());
        if (!entered.newDue().isAfter(due)) {
            throw ProblemException.invalid("newDue", "must be after " + due);
        }
        slips.persistAndFlush(new Slip(id, measure.revise(), due, entered, facts.stamp(), by));
        return stored(measure);
    }

    /** One of them; a {@link ProblemException} NOT_FOUND if there is none. */
    @Transactional
    public MeasureView get(UUID id) {
        return records(List.of(find(id))).get(0).view();
    }

    /** All measures of an order as they stand. */
    @Transactional
    public List<MeasureView> of(UUID order) {
        orders.get(order);
        return records(measures.of(order)).stream().map(MeasureRecords::view).toList();
    }

    /** All measures of an order with what its sheet says of them. */
    @Transactional
    List<SheetWriter.Entry> sheet(UUID order) {
        orders.get(order);
        return records(measures.of(order)).stream()
                .map(each -> new SheetWriter.Entry(each.view(), each.plan().extra()))
                .toList();
    }

    /** The measures of an order that were recorded up to an instant, as they stood then. */
    @Transactional
    public List<MeasureView> of(UUID order, Instant asOf) {
        orders.get(order);
        List<Measure> known =
                measures.of(order).stream().filter(each -> each.knownAt(asOf)).toList();
        return records(known).stream().map(each -> each.knownAt(asOf).view()).toList();
    }

    /** As it was at each revision that a plan made, the first one first. */
    @Transactional
    List<MeasureView> revisions(UUID id) {
        MeasureRecords records = records(List.of(find(id))).get(0);
        return records.plans().stream()
                .map(plan -> records.at(plan.number()).view())
                .toList();
    }

    @Transactional
    List<ProgressView> progressOf(UUID id, @Nullable UUID after, int limit) {
        find(id);
        return progress.of(id, after, limit).stream().map(Progress::view).toList();
    }

    private MeasureView stored(Measure measure) {
        measures.flush();
        MeasureView view = records(List.of(measure)).get(0).view();
        stagesNow.write(view);
        return view;
    }

    private List<MeasureRecords> records(List<Measure> wanted) {
        List<UUID> ids = wanted.stream().map(Measure::id).toList();
        Map<UUID, List<Plan>> planned = plans.of(ids).stream().collect(Collectors.groupingBy(Plan::measureId));
        Map<UUID, List<Progress>> done = progress.of(ids).stream().collect(Collectors.groupingBy(Progress::measureId));
        Map<UUID, List<Slip>> slipped = slips.of(ids).stream().collect(Collectors.groupingBy(Slip::measureId));
        return wanted.stream()
                .map(each -> new MeasureRecords(
                        each,
                        planned.getOrDefault(each.id(), List.of()),
                        done.getOrDefault(each.id(), List.of()),
                        slipped.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Measure find(UUID id) {
        return measures.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("measure", id));
    }

    private void requireClauses(UUID order, List<Integer> clauses) {
        List<Integer> known =
                orders.get(order).clauses().stream().map(Clause::number).toList();
        for (Integer clause : clauses) {
            if (!known.contains(clause)) {
                throw ProblemException.invalid("clauses", "the order has no clause " + clause);
            }
        }
    }
}
