package org.teishutsu.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Titles by code, and nothing else of them. */
    Map<String, String> titles(Collection<String> codes) {
        return getEntityManager()
                .createQuery("select i.code, i.title from Incident i where i.code in :codes", Object[].class)
                .setParameter("codes", codes)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }
}
