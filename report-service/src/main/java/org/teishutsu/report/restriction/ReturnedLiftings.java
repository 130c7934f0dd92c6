package org.teishutsu.report.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The liftings that were given back. */
@ApplicationScoped
class ReturnedLiftings implements PanacheRepositoryBase<ReturnedLifting, UUID> {

    List<RestrictionView.ReturnedView> of(UUID restriction) {
        return list("restrictionId = ?1 order by recordedAt, id", restriction).stream()
                .map(ReturnedLifting::view)
                .toList();
    }
}
