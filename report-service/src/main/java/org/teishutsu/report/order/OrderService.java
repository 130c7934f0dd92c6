package org.teishutsu.report.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.incident.IncidentService;
import org.teishutsu.report.incident.IncidentView;

/** Records orders and their release, and tells the other features in the same transaction. */
@ApplicationScoped
public class OrderService {
    /** After everything that is recorded. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Orders orders;
    private final Releases releases;
    private final Instructions instructions;
    private final IncidentService incidents;
    private final Facts facts;
    private final Event<OrderReceived> received;
    private final Event<OrderReleased> released;

    OrderService(
            Orders orders,
            Releases releases,
            Instructions instructions,
            IncidentService incidents,
            Facts facts,
            Event<OrderReceived> received,
            Event<OrderReleased> released) {
        this.orders = orders;
        this.releases = releases;
        this.instructions = instructions;
        this.incidents = incidents;
        this.facts = facts;
        this.received = received;
        this.released = released;
    }

    @Transactional
    OrderView record(NewOrder entered, String by) {
        entered.requireConsistent();
        entered.incidents().forEach(code -> requireIncident(code, entered.issuedOn()));
        if (orders.count("authority = ?1 and documentNumber = ?2", entered.authority(), entered.documentNumber()) > 0) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "There is an order " + entered.documentNumber() + " of this authority already");
        }
        Instant now = facts.stamp();
        Order order = new Order(entered, now, by);
        orders.persistAndFlush(order);
        OrderView view = order.view(null, List.of());
        received.fire(new OrderReceived(view, now, by));
        return view;
    }

    @Transactional
    public List<OrderView> all() {
        return viewsOf(orders.list("order by issuedOn, id"), FAR);
    }

    /** One of them; a {@link ProblemException} NOT_FOUND if there is none. */
    @Transactional
    public OrderView get(UUID id) {
        return orders.findByIdOptional(id).map(this::viewOf).orElseThrow(() -> ProblemException.notFound("order", id));
    }

    /** Several of them, by their ids; the number of statements does not grow with theirs. */
    @Transactional
    public Map<UUID, OrderView> get(Collection<UUID> ids) {
        return viewsOf(orders.list("id in ?1", ids), FAR).stream()
                .collect(Collectors.toMap(OrderView::id, Function.identity()));
    }

    /** Those whose duty to report stands on a day, the earliest first. */
    @Transactional
    public List<UUID> reporting(LocalDate day) {
        return orders.reporting(day);
    }

    /** The first day of the earliest incident it covers: nothing done about it is older. */
    @Transactional
    public LocalDate begin(UUID id) {
        return get(id).incidents().stream()
                .map(code -> incidents.get(code).occurredFrom())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Holds an order to the end of the caller's transaction. Whoever changes its dates, its release or the state of one of
     * its filings does this first, so that all of them come one after the other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID id) {
        if (!orders.lock(id)) {
            throw ProblemException.notFound("order", id);
        }
    }

    @Transactional
    OrderView release(UUID id, NewRelease entered, String by) {
        lock(id);
        OrderView order = get(id);
        if (order.release() != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "The duty to report is RELEASED and cannot go to RELEASED");
        }
        if (entered.effectiveOn().isBefore(order.issuedOn())) {
            throw ProblemException.invalid("effectiveOn", "must not be before the order was issued");
        }
        Instant now = facts.stamp();
        releases.persistAndFlush(new Release(id, entered, now, by));
        released.fire(new OrderReleased(id, entered.document(), entered.effectiveOn(), now, by));
        return get(id);
    }

    /** As it stood at an instant, amendments and release included; NOT_FOUND if there is none. */
    @Transactional
    public OrderView knownAt(UUID id, Instant asOf) {
        return orders.findByIdOptional(id)
                .map(order -> viewOf(order, asOf))
                .orElseThrow(() -> ProblemException.notFound("order", id));
    }

    private OrderView viewOf(Order order, Instant asOf) {
        return viewsOf(List.of(order), asOf).get(0);
    }

    private List<OrderView> viewsOf(List<Order> found, Instant asOf) {
        List<UUID> ids = found.stream().map(Order::id).toList();
        Map<UUID, Release> released = releases.list("orderId in ?1", ids).stream()
                .filter(release -> release.knownAt(asOf))
                .collect(Collectors.toMap(Release::orderId, Function.identity()));
        Map<UUID, RecordedInstructions> said = instructions.of(ids);
        return found.stream()
                .map(order -> {
                    RecordedInstructions all = said.get(order.id());
                    List<Clause> amended =
                            all == null ? List.of() : all.knownAt(asOf).amendedClauses();
                    return order.view(released.get(order.id()), amended);
                })
                .toList();
    }

    private OrderView viewOf(Order order) {
        return viewOf(order, FAR);
    }

    private void requireIncident(String code, LocalDate issuedOn) {
        IncidentView incident = incidents
                .find(code)
                .orElseThrow(() -> ProblemException.invalid("incidents", "there is no incident " + code));
        if (issuedOn.isBefore(incident.occurredFrom())) {
            throw ProblemException.invalid("issuedOn", "must not be before the incident " + code + " occurred");
        }
    }
}
