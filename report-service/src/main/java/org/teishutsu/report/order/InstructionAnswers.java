package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The firm's answers, in the order they were recorded. */
@ApplicationScoped
class InstructionAnswers implements PanacheRepositoryBase<InstructionAnswer, UUID> {

    List<InstructionAnswer> to(Collection<UUID> orders) {
        return list(
                "instructionId in (select i.id from Instruction i where i.orderId in ?1) order by recordedAt, id",
                orders);
    }
}
