package org.teishutsu.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The findings of all incidents. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

    List<Finding> of(String incident) {
        return list("incident = ?1 order by recordedAt, id", incident);
    }
}
