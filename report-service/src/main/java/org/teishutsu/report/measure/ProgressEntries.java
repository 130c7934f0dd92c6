package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The progress of all measures. */
@ApplicationScoped
class ProgressEntries implements PanacheRepositoryBase<Progress, UUID> {

    List<Progress> of(Collection<UUID> measures) {
        return list("measureId in ?1 order by recordedAt, id", measures);
    }

    /** A part of one measure's, after an entry of it. */
    List<Progress> of(UUID measure, @Nullable UUID after, int limit) {
        return (after == null
                        ? find("measureId = ?1 order by recordedAt, id", measure)
                        : find(
                                "measureId = ?1 and (recordedAt, id) > (select a.recordedAt, a.id from Progress a where"
                                        + " a.id = ?2) order by recordedAt, id",
                                measure,
                                after))
                .range(0, limit - 1)
                .list();
    }
}
