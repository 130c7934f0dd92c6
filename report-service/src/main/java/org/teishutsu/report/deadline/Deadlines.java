package org.teishutsu.report.deadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The deadlines of all orders. */
@ApplicationScoped
class Deadlines implements PanacheRepositoryBase<Deadline, UUID> {

    List<Deadline> of(UUID order) {
        return list("orderId = ?1 order by number", order);
    }

    List<Deadline> of(Collection<UUID> orders) {
        return list("orderId in ?1 order by orderId, number", orders);
    }

    Optional<Deadline> find(UUID order, int number) {
        return find("orderId = ?1 and number = ?2", order, number).firstResultOptional();
    }

    /** How many each order has. */
    Map<UUID, Long> planned() {
        return getEntityManager()
                .createQuery("select d.orderId, count(*) from Deadline d group by d.orderId", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    List<Deadline> open() {
        return list("state = ?1 order by nominal, id", DeadlineState.OPEN);
    }
}
