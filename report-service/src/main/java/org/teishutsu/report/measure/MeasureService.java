package org.teishutsu.report.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.OrderService;

/** Records measures, what is done for them and what delays them, and tells where they stood at an instant. */
@ApplicationScoped
public class MeasureService {
    /** After everything: PostgreSQL's timestamps end before {@link Instant#MAX}. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Measures measures;
    private final ProgressEntries progress;
    private final Slips slips;
    private final OrderService orders;
    private final Facts facts;

    MeasureService(Measures measures, ProgressEntries progress, Slips slips, OrderService orders, Facts facts) {
        this.measures = measures;
        this.progress = progress;
        this.slips = slips;
        this.orders = orders;
        this.facts = facts;
    }

    @Transactional
    MeasureView record(NewMeasure entered, String by) {
        entered.requireConsistent();
        List<Integer> known = orders.get(entered.order()).clauses().stream()
                .map(Clause::number)
                .toList();
        for (Integer clause : entered.clauses()) {
            if (!known.contains(clause)) {
                throw ProblemException.invalid("clauses", "the order has no clause " + clause);
            }
        }
        Measure measure = new Measure(entered, facts.stamp(), by);
        measures.persist(measure);
        return measure.view(List.of(), List.of());
    }

    @Transactional
    MeasureView progress(UUID id, NewProgress entered, String by) {
        MeasureView measure = get(id);
        if (entered.stage() != null) {
            requireOpen(measure, entered.stage(), "stage");
        }
        progress.persistAndFlush(new Progress(id, entered, facts.stamp(), by));
        return get(id);
    }

    @Transactional
    MeasureView slip(UUID id, NewSlip entered, String by) {
        LocalDate due = requireOpen(get(id), entered.stage(), "stage");
        if (!entered.newDue().isAfter(due)) {
            throw ProblemException.invalid("newDue", "must be after " + due);
        }
        slips.persistAndFlush(new Slip(id, due, entered, facts.stamp(), by));
        return get(id);
    }

    /** One of them; a {@link ProblemException} NOT_FOUND if there is none. */
    @Transactional
    public MeasureView get(UUID id) {
        Measure measure = measures.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("measure", id));
        return history(FAR).view(measure);
    }

    /** All measures of an order as they stand. */
    @Transactional
    public List<MeasureView> of(UUID order) {
        return of(order, history(FAR));
    }

    /** The measures of an order that were recorded up to an instant, as they stood then. */
    @Transactional
    public List<MeasureView> of(UUID order, Instant asOf) {
        return of(order, history(asOf)).stream()
                .filter(measure -> !measure.recordedAt().isAfter(asOf))
                .toList();
    }

    private List<MeasureView> of(UUID order, History history) {
        orders.get(order);
        return measures.list("orderId = ?1 order by recordedAt, id", order).stream()
                .map(history::view)
                .toList();
    }

    private static LocalDate requireOpen(MeasureView measure, Stage stage, String field) {
        MeasureView.StageView found = measure.stages().stream()
                .filter(candidate -> candidate.stage() == stage)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(field, "the measure has no stage " + stage));
        if (found.due() == null) {
            throw ProblemException.invalid(field, stage + " does not apply to this measure");
        }
        if (found.passed()) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "The stage " + stage + " is DONE and cannot go to DONE or be late");
        }
        return found.due();
    }

    private History history(Instant asOf) {
        return new History(
                progress.upTo(asOf).stream().collect(Collectors.groupingBy(Progress::measureId)),
                slips.upTo(asOf).stream().collect(Collectors.groupingBy(Slip::measureId)));
    }

    /** What had been recorded of every measure. */
    private record History(Map<UUID, List<Progress>> progress, Map<UUID, List<Slip>> slips) {
        MeasureView view(Measure measure) {
            return measure.view(
                    progress.getOrDefault(measure.id(), List.of()).stream()
                            .map(Progress::view)
                            .toList(),
                    slips.getOrDefault(measure.id(), List.of()).stream()
                            .map(Slip::view)
                            .toList());
        }
    }
}
