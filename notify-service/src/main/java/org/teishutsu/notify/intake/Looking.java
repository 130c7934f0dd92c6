package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.hibernate.Session;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.exposure.Ledger;

/** Takes the picture of what an import would do to the ledger as it stands. Joins the caller's transaction. */
@Singleton
class Looking {

    /** Freshly copied or freshly grown tables: without statistics the planner takes them for empty. */
    private static final String ANALYZE = """
            analyze import_row (import_id, row_no, customer_key, identity_key, email_key, name_key),
                recipient (id, customer_key, identity_key, email_key, name_key),
                exposure (recipient_id, incident, mask, withdrawn_at)
            """;

    private static final String FORGET_VERDICTS = "delete from import_verdict where import_id = :list";

    private static final String FORGET_COMBINATIONS = "delete from import_combination where import_id = :list";

    private static final String COUNT_COMBINATIONS = """
            insert into import_combination (import_id, mask, exposures, exposures_before, exposures_after)
            select :list, mask, sum(listed), sum(before), sum(after)
            from (
                select mask_after as mask, count(*) as listed, 0 as before,
                       count(*) filter (where outcome <> 'UNCHANGED') as after
                from import_verdict
                where import_id = :list and outcome in ('NEW', 'CHANGED', 'UNCHANGED') and mask_after > 0
                group by mask_after
                union all
                select mask_before, 0, 0, - count(*) from import_verdict
                where import_id = :list and outcome = 'CHANGED' group by mask_before
                union all
                select mask, 0, count(*), count(*) from exposure
                where incident = :incident and withdrawn_at is null group by mask
            ) counted
            group by mask
            """;

    private static final String COUNT = """
            select count(*) filter (where outcome = 'NEW') as new_rows,
                   count(*) filter (where outcome = 'CHANGED') as changed,
                   count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                   count(*) filter (where outcome = 'DUPLICATE') as duplicate,
                   count(*) filter (where outcome = 'WAITING') as waiting,
                   count(*) filter (where outcome = 'DROPPED') as dropped,
                   count(*) filter (where contact_differs) as contact_differs,
                   count(*) filter (where outcome = 'CHANGED' and mask_after = 0) as ended,
                   count(*) filter (where outcome = 'NEW' and not known) as new_recipients,
                   count(*) filter (where outcome in ('NEW', 'CHANGED', 'UNCHANGED') and known) as known_recipients,
                   (select count(*) from import_rejection where import_id = :list) as rejected
            from import_verdict where import_id = :list
            """;

    /** In chunks, so that no list is too long for one text. */
    private static final String DIGEST_ROWS = """
            select coalesce(encode(sha256(string_agg(chunk, ''::bytea order by no)), 'hex'), '') from (
                select row_no / 10000 as no,
                       sha256(convert_to(string_agg(concat_ws(' ', row_no, outcome, conflict, recipient_id, known,
                           mask_before, mask_after), ',' order by row_no), 'UTF8')) as chunk
                from import_verdict where import_id = :list group by row_no / 10000
            ) chunks
            """;

    private static final String DIGEST_REST = """
            select (select coalesce(string_agg(concat_ws(' ', mask, exposures, exposures_before, exposures_after), ','
                           order by mask), '') from import_combination where import_id = :list)
                || ' ' || (select coalesce(string_agg(cast(id as text), ',' order by id), '')
                           from import_decision where carried_by = :list and taken_back_at is null)
            """;

    private final Session database;
    private final Classification classification;
    private final DecidedRows decidedRows;
    private final Ledger ledger;
    private final HashJoins hashJoins;

    Looking(
            Session database,
            Classification classification,
            DecidedRows decidedRows,
            Ledger ledger,
            HashJoins hashJoins) {
        this.database = database;
        this.classification = classification;
        this.decidedRows = decidedRows;
        this.ledger = ledger;
        this.hashJoins = hashJoins;
    }

    /** Judges an import anew. */
    Picture look(Import list) {
        long version = ledger.version();
        UUID id = list.id();
        execute(FORGET_VERDICTS, id);
        if (list.decides() == null) {
            database.createNativeMutationQuery(ANALYZE).executeUpdate();
            hashJoins.ahead();
            classification.judge(id, list.incident(), list.purpose().mode());
        } else {
            database.createNativeMutationQuery("analyze import_decision").executeUpdate();
            decidedRows.judge(id, list.rowsOf(), list.incident(), list.purpose().mode());
        }
        database.createNativeMutationQuery("analyze import_verdict (import_id, row_no, outcome, known, conflict)")
                .executeUpdate();
        execute(FORGET_COMBINATIONS, id);
        database.createNativeMutationQuery(COUNT_COMBINATIONS)
                .setParameter("list", id)
                .setParameter("incident", list.incident())
                .executeUpdate();
        return new Picture(count(id), text(DIGEST_ROWS, id), text(DIGEST_REST, id), version);
    }

    /**
     * What must hold of decisions before they are carried out, by the ledger as it stands.
     *
     * @throws ProblemException NOT_READY if it is no longer clear whom one means
     */
    void requireClear(Import list) {
        if (list.decides() != null) {
            decidedRows.requireClear(list.id());
        }
    }

    private RowCounts count(UUID list) {
        Tuple counted = database.createNativeQuery(COUNT, Tuple.class)
                .setParameter("list", list)
                .getSingleResult();
        return new RowCounts(
                number(counted, "new_rows"),
                number(counted, "changed"),
                number(counted, "unchanged"),
                number(counted, "duplicate"),
                number(counted, "waiting"),
                number(counted, "rejected") + number(counted, "dropped"),
                number(counted, "contact_differs"),
                number(counted, "dropped"),
                number(counted, "ended"),
                number(counted, "new_recipients"),
                number(counted, "known_recipients"));
    }

    private void execute(String sql, UUID list) {
        database.createNativeMutationQuery(sql).setParameter("list", list).executeUpdate();
    }

    private String text(String sql, UUID list) {
        return database.createNativeQuery(sql, String.class)
                .setParameter("list", list)
                .getSingleResult();
    }

    private static int number(Tuple counted, String name) {
        return counted.get(name, Number.class).intValue();
    }
}
