package org.teishutsu.report.deadline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.order.InstructionService;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.OrderInstructed;
import org.teishutsu.report.order.OrderReceived;
import org.teishutsu.report.order.OrderReleased;
import org.teishutsu.report.order.OrderService;
import org.teishutsu.report.order.OrderView;

/**
 * Keeps the deadlines of every order: the next {@value #AHEAD} always exist, until the bureau ends the duty to report.
 */
@ApplicationScoped
public class DeadlineService {
    private static final Logger LOG = Logger.getLogger(DeadlineService.class);

    /** So that people can plan a quarter ahead. */
    static final int AHEAD = 3;

    private final Deadlines deadlines;
    private final OrderService orders;
    private final InstructionService instructions;
    private final Facts facts;
    private final Clock clock;

    DeadlineService(
            Deadlines deadlines, OrderService orders, InstructionService instructions, Facts facts, Clock clock) {
        this.deadlines = deadlines;
        this.orders = orders;
        this.instructions = instructions;
        this.facts = facts;
        this.clock = clock;
    }

    /** The deadlines of an order in their order; NOT_FOUND if there is no such order. */
    @Transactional
    public List<DeadlineView> of(UUID order) {
        MonthlyRule rule = ruleOf(orders.get(order));
        Instant now = clock.instant();
        return deadlines.of(order).stream()
                .map(deadline -> deadline.view(rule.dates(deadline.number()), now))
                .toList();
    }

    /** Those of several orders, by order and number; the number of statements does not grow with theirs. */
    @Transactional
    public List<DeadlineView> of(Collection<UUID> ids) {
        Map<UUID, MonthlyRule> rules = rulesOf(orders.get(ids).values());
        Instant now = clock.instant();
        return deadlines.of(ids).stream()
                .map(deadline -> deadline.view(
                        Objects.requireNonNull(rules.get(deadline.orderId())).dates(deadline.number()), now))
                .toList();
    }

    /** What was known of them at an instant; for an order recorded after it, at that moment. */
    @Transactional
    public List<DeadlineView> knownAt(UUID order, Instant asOf) {
        OrderView of = orders.get(order);
        Instant at = asOf.isBefore(of.recordedAt()) ? of.recordedAt() : asOf;
        MonthlyRule rule = MonthlyRule.of(of, instructions.standing(order, at));
        return deadlines.of(order).stream()
                .filter(deadline -> deadline.knownAt(at))
                .map(deadline -> deadline.view(rule.dates(deadline.number()), at))
                .toList();
    }

    /** One of them, with everything its dates follow from. */
    @Transactional
    DeadlineExplanation explain(UUID order, int number) {
        OrderView of = orders.get(order);
        MonthlyRule rule = ruleOf(of);
        Deadline deadline = find(order, number);
        return DeadlineExplanation.of(
                of, rule.terms(), deadline.view(rule.dates(number), clock.instant()), rule.calendar());
    }

    /** Every OPEN deadline of every order, the earliest first. */
    @Transactional
    public List<DeadlineView> open() {
        Instant now = clock.instant();
        List<Deadline> open = deadlines.open();
        Map<UUID, MonthlyRule> rules =
                rulesOf(orders.get(open.stream().map(Deadline::orderId).collect(Collectors.toSet()))
                        .values());
        return open.stream()
                .map(deadline -> deadline.view(
                        Objects.requireNonNull(rules.get(deadline.orderId())).dates(deadline.number()), now))
                .toList();
    }

    private Map<UUID, MonthlyRule> rulesOf(Collection<OrderView> of) {
        Map<UUID, List<InstructionView>> standing =
                instructions.standing(of.stream().map(OrderView::id).toList());
        return of.stream()
                .collect(Collectors.toMap(
                        OrderView::id, order -> MonthlyRule.of(order, standing.getOrDefault(order.id(), List.of()))));
    }

    /** Every OPEN deadline whose as-of instant is not after the given one: its filing should exist. */
    @Transactional
    public List<DeadlineView> withFilingDue(Instant at) {
        return open().stream().filter(deadline -> !deadline.asOf().isAfter(at)).toList();
    }

    /** Records that the bureau has the report; tells whether it was late. The caller has locked the order. */
    @Transactional
    public DeadlineState received(UUID order, int number, Instant receivedAt, Instant now) {
        Deadline deadline = find(order, number);
        if (deadline.state() == DeadlineState.OPEN) {
            deadline.receive(receivedAt, datesOf(deadline), now);
        }
        return deadline.state();
    }

    /** Whether a receipt at this instant would be late. */
    @Transactional
    public boolean wouldBeLate(UUID order, int number, Instant receivedAt) {
        LocalDate lastDay = datesOf(find(order, number)).lastDay();
        return !receivedAt.isBefore(Jst.endOf(lastDay));
    }

    /**
     * Makes the deadlines that are missing on a day; a second call finds nothing to do. Each order is a transaction of its
     * own: one that cannot be planned keeps no other from its dates, and is tried again the next day.
     */
    public void plan(LocalDate day) {
        for (UUID order : QuarkusTransaction.requiringNew().call(() -> missing(day))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> plan(order, day));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The deadlines of order %s cannot be planned", order);
            }
        }
    }

    /** Orders without all the deadlines they should have on a day; the number of statements does not grow with theirs. */
    private List<UUID> missing(LocalDate day) {
        List<UUID> reporting = orders.reporting(day);
        Map<UUID, OrderView> views = orders.get(reporting);
        Map<UUID, MonthlyRule> rules = rulesOf(views.values());
        Map<UUID, Long> planned = deadlines.planned();
        return reporting.stream()
                .filter(order -> planned.getOrDefault(order, 0L)
                        <= lastNumber(
                                Objects.requireNonNull(rules.get(order)),
                                day,
                                dutyEnd(Objects.requireNonNull(views.get(order)))))
                .toList();
    }

    private void plan(UUID id, LocalDate day) {
        orders.lock(id);
        OrderView order = orders.get(id);
        MonthlyRule rule = ruleOf(order);
        if (nextNumber(order) <= lastNumber(rule, day, dutyEnd(order))) {
            extend(order, rule, day, facts.stamp(), Who.SCHEDULER);
        }
    }

    void onReceived(@Observes OrderReceived event) {
        extend(event.order(), ruleOf(event.order()), Jst.date(event.at()), event.at(), event.by());
    }

    void onReleased(@Observes OrderReleased event) {
        deadlines
                .of(event.order())
                .forEach(deadline -> deadline.endDuty(event.effectiveOn(), event.document(), event.at()));
    }

    /** Moves what is still to come; refuses an instruction that would move what is settled. */
    void onInstructed(@Observes OrderInstructed event) {
        OrderView order = event.order();
        List<InstructionView> standing = instructions.standing(order.id());
        MonthlyRule before = MonthlyRule.of(order, instructions.standingBefore(event.instruction()));
        Redating redating = new Redating(before, MonthlyRule.of(order, standing), event.instruction());
        redating.apply(deadlines.of(order.id()));
        extend(order, redating.after(), Jst.date(event.at()), event.at(), event.by());
    }

    private void extend(OrderView order, MonthlyRule rule, LocalDate day, Instant now, String by) {
        int last = lastNumber(rule, day, dutyEnd(order));
        for (int number = nextNumber(order); number <= last; number++) {
            deadlines.persist(new Deadline(order.id(), rule.dates(number), now, by));
        }
    }

    private static LocalDate dutyEnd(OrderView order) {
        return Optional.ofNullable(order.release())
                .map(OrderView.ReleaseView::effectiveOn)
                .orElse(LocalDate.MAX);
    }

    private int nextNumber(OrderView order) {
        return (int) deadlines.count("orderId", order.id());
    }

    /**
     * The number of the third deadline on or after a day, or of the last one the duty still asks for. An extension of one
     * report does not hold up those after it.
     */
    static int lastNumber(MonthlyRule rule, LocalDate day, LocalDate dutyEnd) {
        int last = AHEAD - 1;
        while (rule.regular(last - AHEAD + 1).isBefore(day)) {
            last++;
        }
        while (last >= 0 && !rule.covers(rule.nominal(last))) {
            last--;
        }
        while (last >= 0 && rule.nominal(last).isAfter(dutyEnd)) {
            last--;
        }
        return last;
    }

    private Deadline find(UUID order, int number) {
        return deadlines
                .find(order, number)
                .orElseThrow(() -> ProblemException.notFound("deadline of this order with number", number));
    }

    private DeadlineDates datesOf(Deadline deadline) {
        return ruleOf(orders.get(deadline.orderId())).dates(deadline.number());
    }

    private MonthlyRule ruleOf(OrderView order) {
        return MonthlyRule.of(order, instructions.standing(order.id()));
    }
}
