package org.teishutsu.notify.exposure;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.teishutsu.common.figures.Combination;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** All exposures ever recorded. Joins the caller's transaction. */
@Singleton
public class Exposures {

    private static final String BY_MASK = """
            select incident, mask, count(*) from exposure
            where incident in (:incidents) and recorded_at <= :asOf and (withdrawn_at is null or withdrawn_at > :asOf)
            group by incident, mask
            """;

    private static final String WITH_LIST = """
            select distinct incident from import where incident in (:incidents) and applied_at <= :asOf
            """;

    private final Session database;
    private final ItemCatalogues catalogues;

    Exposures(Session database, ItemCatalogues catalogues) {
        this.database = database;
        this.catalogues = catalogues;
    }

    /**
     * The combination table of each incident at an instant, by incident.
     *
     * @throws ProblemException NOT_READY if no list of one of them had been applied by then: what is not known is not 0
     */
    public Map<String, List<Combination>> combinations(Collection<String> incidents, Instant asOf) {
        requireKnown(incidents, asOf);
        Map<String, Map<Long, Long>> byMask = new TreeMap<>();
        incidents.forEach(incident -> byMask.put(incident, new LinkedHashMap<>()));
        for (Tuple row : database.createNativeQuery(BY_MASK, Tuple.class)
                .setParameterList("incidents", incidents)
                .setParameter("asOf", asOf)
                .getResultList()) {
            byMask.getOrDefault(row.get(0, String.class), new LinkedHashMap<>())
                    .put(row.get(1, Long.class), row.get(2, Number.class).longValue());
        }
        ItemCatalogue catalogue = catalogues.current();
        Map<String, List<Combination>> combinations = new TreeMap<>();
        byMask.forEach((incident, masks) -> combinations.put(incident, Combinations.of(masks, catalogue)));
        return combinations;
    }

    private void requireKnown(Collection<String> incidents, Instant asOf) {
        List<String> missing = new ArrayList<>(incidents);
        missing.removeAll(database.createNativeQuery(WITH_LIST, String.class)
                .setParameterList("incidents", incidents)
                .setParameter("asOf", asOf)
                .getResultList());
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_READY,
                    "No list of exposures had been applied by " + asOf + " for incident " + String.join(", ", missing));
        }
    }
}
