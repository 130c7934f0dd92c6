package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The delays of all measures. */
@ApplicationScoped
class Slips implements PanacheRepositoryBase<Slip, UUID> {

    List<Slip> of(Collection<UUID> measures) {
        return list("measureId in ?1 order by revision", measures);
    }
}
