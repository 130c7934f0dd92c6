package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.teishutsu.notify.exposure.Combinations;
import org.teishutsu.notify.exposure.ItemCatalogues;

/** What is kept of lists in tables beside their headers. Joins the caller's transaction. */
@Singleton
class ImportDetails {

    private final Session database;
    private final ItemCatalogues catalogues;
    private final Readings readings;

    ImportDetails(Session database, ItemCatalogues catalogues, Readings readings) {
        this.database = database;
        this.catalogues = catalogues;
        this.readings = readings;
    }

    Details of(UUID list) {
        Map<Long, Long> byMask = new LinkedHashMap<>();
        for (Tuple row : rows("select mask, exposures from import_combination where import_id = :list", list)) {
            byMask.put(row.get(0, Long.class), row.get(1, Number.class).longValue());
        }
        Map<Conflict, Long> waitingFor = new EnumMap<>(Conflict.class);
        for (Tuple row : rows("""
                select conflict, count(*) from import_row
                where import_id = :list and outcome = 'WAITING' group by conflict
                """, list)) {
            waitingFor.put(
                    Conflict.valueOf(row.get(0, String.class)),
                    row.get(1, Number.class).longValue());
        }
        return new Details(
                Combinations.of(byMask, catalogues.current()),
                waitingFor,
                readings.find(list).orElse(null));
    }

    /** All of them, waiting and rejected ones included: a list that is discarded leaves no personal data. */
    void forgetRows(UUID list) {
        for (String statement : new String[] {
            "delete from import_row where import_id = :list", "delete from import_rejection where import_id = :list"
        }) {
            database.createNativeMutationQuery(statement)
                    .setParameter("list", list)
                    .executeUpdate();
        }
    }

    private List<Tuple> rows(String sql, UUID list) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("list", list)
                .getResultList();
    }
}
