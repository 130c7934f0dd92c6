package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Every order. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<Order, UUID> {

    /** Holds an order to the end of the transaction; false if there is none. */
    boolean lock(UUID id) {
        return !getEntityManager()
                .createNativeQuery("select id from supervisory_order where id = ?1 for update")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    /** Those whose duty to report has not ended before a day. */
    List<UUID> reporting(LocalDate day) {
        return getEntityManager()
                .createQuery(
                        "select o.id from Order o where not exists"
                                + " (select 1 from Release r where r.orderId = o.id and r.effectiveOn < :day)"
                                + " order by o.issuedOn, o.id",
                        UUID.class)
                .setParameter("day", day)
                .getResultList();
    }
}
