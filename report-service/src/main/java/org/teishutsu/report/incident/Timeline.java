package org.teishutsu.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time lines of all incidents. */
@ApplicationScoped
class Timeline implements PanacheRepositoryBase<TimelineEntry, UUID> {

    /** A part of one, after an entry of it. */
    List<TimelineEntry> of(String incident, @Nullable UUID after, int limit) {
        return (after == null
                        ? find("incident = ?1 order by occurredAt, id", incident)
                        : find(
                                "incident = ?1 and (occurredAt, id) > (select a.occurredAt, a.id from TimelineEntry a where"
                                        + " a.id = ?2) order by occurredAt, id",
                                incident,
                                after))
                .range(0, limit - 1)
                .list();
    }

    List<TimelineEntry> of(String incident) {
        return list("incident = ?1 order by occurredAt, id", incident);
    }
}
