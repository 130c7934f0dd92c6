package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The delays of all measures. */
@ApplicationScoped
class Slips implements PanacheRepositoryBase<Slip, UUID> {

    List<Slip> upTo(Instant asOf) {
        return list("recordedAt <= ?1 order by recordedAt, id", asOf);
    }
}
