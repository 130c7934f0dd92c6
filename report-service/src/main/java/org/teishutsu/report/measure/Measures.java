package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;

/** Every measure. */
@ApplicationScoped
class Measures implements PanacheRepositoryBase<Measure, UUID> {

    List<Measure> of(UUID order) {
        return list("orderId = ?1 order by recordedAt, id", order);
    }

    /** For a change: whoever comes second waits and sees what the first did. */
    Measure lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("measure", id));
    }
}
