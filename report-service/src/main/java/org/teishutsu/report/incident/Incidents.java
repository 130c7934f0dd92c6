package org.teishutsu.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every incident. */
@ApplicationScoped
class Incidents implements PanacheRepositoryBase<Incident, String> {

    List<Incident> inOrder() {
        return list("order by occurredFrom, code");
    }
}
