package org.teishutsu.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The time lines of all incidents. */
@ApplicationScoped
class Timeline implements PanacheRepositoryBase<TimelineEntry, UUID> {

    List<TimelineEntry> of(String incident) {
        return list("incident = ?1 order by occurredAt, id", incident);
    }
}
