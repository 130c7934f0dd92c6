package org.teishutsu.report.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
        return orders.list("order by issuedOn, id").stream().map(this::viewOf).toList();
    }

    /** One of them; a {@link ProblemException} NOT_FOUND if there is none. */
    @Transactional
    public OrderView get(UUID id) {
        return orders.findByIdOptional(id).map(this::viewOf).orElseThrow(() -> ProblemException.notFound("order", id));
    }

    @Transactional
    OrderView release(UUID id, NewRelease entered, String by) {
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
        Release release = releases.findById(order.id());
        List<Clause> amended = instructions.amendments(order.id(), asOf).stream()
                .flatMap(amendment -> amendment.clauses().stream())
                .toList();
        return order.view(release != null && release.knownAt(asOf) ? release : null, amended);
    }

    private OrderView viewOf(Order order) {
        return viewOf(order, FAR);
    }

    private void requireIncident(String code, LocalDate issuedOn) {
        IncidentView incident = incidents.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("incidents", "there is no incident " + code));
        if (issuedOn.isBefore(incident.occurredFrom())) {
            throw ProblemException.invalid("issuedOn", "must not be before the incident " + code + " occurred");
        }
    }
}
