package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the bureau has said since its orders, in the order it was recorded. */
@ApplicationScoped
class Instructions implements PanacheRepositoryBase<Instruction, UUID> {

    /** Those of one order. */
    RecordedInstructions of(UUID order) {
        return new RecordedInstructions(list("orderId = ?1 order by recordedAt, id", order));
    }

    /** Those of several orders, in one statement; an order without any is left out. */
    Map<UUID, RecordedInstructions> of(Collection<UUID> orders) {
        Map<UUID, RecordedInstructions> of = new HashMap<>();
        list("orderId in ?1 order by recordedAt, id", orders).stream()
                .collect(Collectors.groupingBy(Instruction::orderId))
                .forEach((order, all) -> of.put(order, new RecordedInstructions(all)));
        return of;
    }
}
