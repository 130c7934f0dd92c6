package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The progress of all measures. */
@ApplicationScoped
class ProgressEntries implements PanacheRepositoryBase<Progress, UUID> {

    List<Progress> upTo(Instant asOf) {
        return list("recordedAt <= ?1 order by recordedAt, id", asOf);
    }
}
