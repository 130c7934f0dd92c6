package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The plans of all measures. */
@ApplicationScoped
class Plans implements PanacheRepositoryBase<Plan, UUID> {

    List<Plan> of(Collection<UUID> measures) {
        return list("measureId in ?1 order by number", measures);
    }
}
