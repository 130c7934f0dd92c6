package org.teishutsu.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every incident. */
@ApplicationScoped
class Incidents implements PanacheRepositoryBase<Incident, String> {

    /** Those after one of them, by the day they began. */
    List<Incident> after(@Nullable String code, int limit) {
        return (code == null
                        ? find("order by occurredFrom, code")
                        : find(
                                "(occurredFrom, code) > (select a.occurredFrom, a.code from Incident a where a.code = ?1)"
                                        + " order by occurredFrom, code",
                                code))
                .range(0, limit - 1)
                .list();
    }
}
