package org.teishutsu.report.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.incident.IncidentService;

/** Records orders and their release, and tells the other features in the same transaction. */
@ApplicationScoped
public class OrderService {
    private final Orders orders;
    private final Releases releases;
    private final IncidentService incidents;
    private final Facts facts;
    private final Event<OrderReceived> received;
    private final Event<OrderReleased> released;

    OrderService(
            Orders orders,
            Releases releases,
            IncidentService incidents,
            Facts facts,
            Event<OrderReceived> received,
            Event<OrderReleased> released) {
        this.orders = orders;
        this.releases = releases;
        this.incidents = incidents;
        this.facts = facts;
        this.received = received;
        this.released = released;
    }

    @Transactional
    OrderView record(NewOrder entered, String by) {
        entered.requireConsistent();
        entered.incidents().forEach(this::requireIncident);
        if (orders.count("authority = ?1 and documentNumber = ?2", entered.authority(), entered.documentNumber()) > 0) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "There is an order " + entered.documentNumber() + " of this authority already");
        }
        Instant now = facts.stamp();
        Order order = new Order(entered, now, by);
        orders.persistAndFlush(order);
        OrderView view = order.view(null);
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

    private OrderView viewOf(Order order) {
        return order.view(releases.findById(order.id()));
    }

    private void requireIncident(String code) {
        if (incidents.all().stream().noneMatch(incident -> incident.code().equals(code))) {
            throw ProblemException.invalid("incidents", "there is no incident " + code);
        }
    }
}
