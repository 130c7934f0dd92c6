package org.teishutsu.notify.recall;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Callers to be called back, and what came of it. Joins the caller's transaction. */
@Singleton
class Recalls {

    /** Three joins by hash instead of one by any of three: imports of millions run without nested loops. */
    private static final String RECALL = """
            with hit as (
                select a.id as answer, r.id as recipient from not_affected a join recipient r on r.customer_key = a.customer_key
                union
                select a.id, r.id from not_affected a join recipient r on r.email_key = a.email_key
                union
                select a.id, r.id from not_affected a join recipient r on r.name_postal_key = a.name_postal_key
            ), party as (
                select distinct h.answer, coalesce(m.survivor_id, h.recipient) as recipient
                from hit h
                left join recipient_merge m on m.recipient_id = h.recipient
            )
            insert into recall (id, not_affected_id, recipient_id, import_id, recorded_at)
            select time_ordered_uuid(), p.answer, p.recipient, cast(:list as uuid), :stamp
            from party p
            where exists (select from exposure e where e.recipient_id = p.recipient and e.withdrawn_at is null)
            on conflict (not_affected_id, recipient_id) do nothing
            """;

    private static final String SELECT = """
            select c.id, a.id as answer, a.contact, a.recorded_at as told, c.recipient_id, c.recorded_at, s.outcome,
                s.recorded_at as last_at
            from recall c
            join not_affected a on a.id = c.not_affected_id
            left join lateral (
                select outcome, recorded_at from recall_step where recall_id = c.id order by id desc limit 1
            ) s on true
            """;

    /** Whoever is not affected after all, because what was found has been withdrawn, needs no call. */
    private static final String PAGE = SELECT + """
            where c.id > :after
              and (:all or (s.outcome is null or s.outcome = 'NOT_REACHED')
                   and exists (select from exposure e where e.withdrawn_at is null and e.recipient_id = coalesce(
                       (select survivor_id from recipient_merge m where m.recipient_id = c.recipient_id), c.recipient_id)))
            order by c.id
            limit :limit
            """;

    private static final String ONE = SELECT + "where c.id = :id for update of c";

    private static final String STEP = """
            insert into recall_step (id, recall_id, outcome, recorded_at, recorded_by)
            values (:id, :recall, :outcome, :now, :by)
            """;

    private final Session database;
    private final Vault vault;

    Recalls(Session database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Notes everybody who was told that he is not affected and whom the ledger has now; says how many are new. */
    int recall(@Nullable UUID list, Instant stamp) {
        return database.createNativeMutationQuery(RECALL)
                .setParameter("list", list, UUID.class)
                .setParameter("stamp", stamp)
                .executeUpdate();
    }

    /** In the order in which they came up; without those that are settled, unless all are asked for. */
    List<RecallView> after(@Nullable UUID id, boolean all, int most) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("after", id == null ? new UUID(0, 0) : id)
                .setParameter("all", all)
                .setParameter("limit", most)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    /** One, held. */
    Optional<RecallView> hold(UUID id) {
        return database.createNativeQuery(ONE, Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(this::view);
    }

    void step(UUID recall, RecallOutcome outcome, String by, Instant now) {
        database.createNativeMutationQuery(STEP)
                .setParameter("id", Ids.next())
                .setParameter("recall", recall)
                .setParameter("outcome", outcome.name())
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }

    private RecallView view(Tuple row) {
        @Nullable String outcome = row.get(6, String.class);
        return new RecallView(
                row.get(0, UUID.class),
                Contact.tryToOpen(vault, row.get(1, UUID.class), row.get(2, byte[].class))
                        .orElse(Contact.UNREADABLE),
                row.get(3, Instant.class),
                row.get(4, UUID.class),
                row.get(5, Instant.class),
                outcome == null ? null : RecallOutcome.valueOf(outcome),
                row.get(7, Instant.class));
    }
}
