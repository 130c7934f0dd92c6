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
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.intake.Details.Standing;
import org.teishutsu.notify.intake.Details.Table;

/** What is kept of lists in tables beside their headers. Joins the caller's transaction. */
@Singleton
class ImportDetails {

    private static final String WAITING = """
            select conflict, count(*) from import_verdict v
            where import_id = :list and outcome = 'WAITING' and not exists (
                select from import_decision d
                where d.import_id = :list and d.row_no = v.row_no and d.taken_back_at is null)
            group by conflict
            """;

    private static final String DECISIONS = """
            select case i.state when 'APPLIED' then 'APPLIED' else 'DECIDED' end, count(*)
            from import_decision d join import i on i.id = d.carried_by
            where d.import_id = :list and d.taken_back_at is null
            group by 1
            """;

    private final Session database;
    private final ItemCatalogues catalogues;
    private final Readings readings;

    ImportDetails(Session database, ItemCatalogues catalogues, Readings readings) {
        this.database = database;
        this.catalogues = catalogues;
        this.readings = readings;
    }

    Details of(UUID list) {
        Map<Long, Long> listed = new LinkedHashMap<>();
        Map<Long, Long> before = new LinkedHashMap<>();
        Map<Long, Long> after = new LinkedHashMap<>();
        for (Tuple row : rows("""
                select mask, exposures, exposures_before, exposures_after from import_combination
                where import_id = :list
                """, list)) {
            count(listed, row, 1);
            count(before, row, 2);
            count(after, row, 3);
        }
        ItemCatalogue catalogue = catalogues.current();
        return new Details(
                Combinations.of(listed, catalogue),
                Table.of(Combinations.of(before, catalogue)),
                Table.of(Combinations.of(after, catalogue)),
                byConstant(Conflict.class, WAITING, list),
                byConstant(Standing.class, DECISIONS, list),
                readings.find(list).orElse(null));
    }

    private static void count(Map<Long, Long> counts, Tuple row, int column) {
        long exposures = row.get(column, Number.class).longValue();
        if (exposures != 0) {
            counts.put(row.get(0, Long.class), exposures);
        }
    }

    private <E extends Enum<E>> Map<E, Long> byConstant(Class<E> type, String sql, UUID list) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (Tuple row : rows(sql, list)) {
            counts.put(
                    Enum.valueOf(type, row.get(0, String.class)),
                    row.get(1, Number.class).longValue());
        }
        return counts;
    }

    /** All of them, waiting and rejected ones included: a list that is discarded leaves no personal data. */
    void forgetRows(UUID list) {
        for (String statement : new String[] {
            "delete from import_row where import_id = :list",
            "delete from import_verdict where import_id = :list",
            "delete from import_rejection where import_id = :list"
        }) {
            database.createNativeMutationQuery(statement)
                    .setParameter("list", list)
                    .executeUpdate();
        }
    }

    /** And the header, which is kept for them alone. */
    void forgetRejections(UUID list) {
        for (String statement : new String[] {
            "delete from import_rejection where import_id = :list",
            "update import_reading set header = null where import_id = :list"
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
