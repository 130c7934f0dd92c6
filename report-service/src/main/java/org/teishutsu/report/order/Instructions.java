package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the bureau has said since its orders, in the order it was recorded. */
@ApplicationScoped
class Instructions implements PanacheRepositoryBase<Instruction, UUID> {

    /** Every amendment recorded up to an instant that no later entry had corrected by then. */
    List<Instruction> amendments(UUID order, Instant asOf) {
        return list("""
                orderId = ?1 and kind = ?2 and recordedAt <= ?3
                and id not in (select c.corrects from Instruction c where c.corrects is not null and c.recordedAt <= ?3)
                order by recordedAt, id
                """, order, InstructionKind.AMENDMENT, asOf);
    }

    List<Instruction> of(UUID order) {
        return list("orderId = ?1 order by recordedAt, id", order);
    }
}
