package org.teishutsu.report.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Each time the answer became another. */
@ApplicationScoped
class RestrictionChanges implements PanacheRepositoryBase<RestrictionChange, UUID> {

    List<RestrictionChange> of(RestrictionKind kind) {
        return list("kind = ?1 order by recordedAt, id", kind);
    }
}
