package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the bureau has said since its orders, in the order it was recorded. */
@ApplicationScoped
class Instructions implements PanacheRepositoryBase<Instruction, UUID> {

    /** The amendments that stood at an instant. */
    List<Instruction> amendments(UUID order, Instant asOf) {
        return of(order).knownAt(asOf).standing().stream()
                .filter(each -> each.kind() == InstructionKind.AMENDMENT)
                .toList();
    }

    RecordedInstructions of(UUID order) {
        return new RecordedInstructions(list("orderId = ?1 order by recordedAt, id", order));
    }
}
