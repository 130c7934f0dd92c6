package org.teishutsu.report.reminder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.order.OrderService;

/** Keeps who is reminded of what. */
@ApplicationScoped
class AddressBook implements PanacheRepositoryBase<ReminderAddresses, UUID> {
    private final OrderService orders;
    private final Facts facts;

    AddressBook(OrderService orders, Facts facts) {
        this.orders = orders;
        this.facts = facts;
    }

    @Transactional
    List<String> record(UUID order, List<String> addresses, String by) {
        orders.get(order);
        persist(new ReminderAddresses(order, addresses, facts.stamp(), by));
        return addresses;
    }

    @Transactional
    List<String> of(UUID order) {
        orders.get(order);
        return find("orderId = ?1 order by recordedAt desc, id desc", order)
                .firstResultOptional()
                .map(ReminderAddresses::addresses)
                .orElse(List.of());
    }

    /** Those of every order. */
    @Transactional
    Map<UUID, List<String>> all() {
        Map<UUID, List<String>> all = new HashMap<>();
        list("order by recordedAt, id").forEach(each -> all.put(each.orderId(), each.addresses()));
        return all;
    }
}
