package org.teishutsu.report.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The liftings that were given back. */
@ApplicationScoped
class ReturnedLiftings implements PanacheRepositoryBase<ReturnedLifting, UUID> {

    /** Of every restriction, in one statement. */
    Map<UUID, List<RestrictionView.ReturnedView>> all() {
        return list("order by recordedAt, id").stream()
                .collect(Collectors.groupingBy(
                        ReturnedLifting::restrictionId,
                        Collectors.mapping(ReturnedLifting::view, Collectors.toList())));
    }

    List<RestrictionView.ReturnedView> of(UUID restriction) {
        return list("restrictionId = ?1 order by recordedAt, id", restriction).stream()
                .map(ReturnedLifting::view)
                .toList();
    }
}
