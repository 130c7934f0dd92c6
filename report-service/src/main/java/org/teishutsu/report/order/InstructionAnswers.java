package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The firm's answers, in the order they were recorded. */
@ApplicationScoped
class InstructionAnswers implements PanacheRepositoryBase<InstructionAnswer, UUID> {

    List<InstructionAnswer> to(UUID order) {
        return list(
                "instructionId in (select i.id from Instruction i where i.orderId = ?1) order by recordedAt, id",
                order);
    }
}
