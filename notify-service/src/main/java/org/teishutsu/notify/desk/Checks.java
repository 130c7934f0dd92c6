package org.teishutsu.notify.desk;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** Identity checks, and what a caller who passed one is told. Joins the caller's transaction. */
@Singleton
class Checks {

    private static final String RECORD = """
            insert into identity_check (id, recipient_id, lookup_id, method, item, passed, recorded_at, recorded_by)
            values (:id, :recipient, :lookup, :method, cast(:item as text), :passed, :now, :by)
            """;

    private static final String PASSED = """
            select method from identity_check
            where id = :check and recipient_id = :recipient and passed and recorded_by = :by and recorded_at >= :since
            """;

    private static final String LEAKED = """
            select incident, mask from exposure
            where withdrawn_at is null and recipient_id = coalesce(
                (select survivor_id from recipient_merge where recipient_id = :recipient), :recipient)
            """;

    private final Session database;

    Checks(Session database) {
        this.database = database;
    }

    void record(UUID id, UUID recipient, CheckRequest request, String by, Instant now) {
        database.createNativeMutationQuery(RECORD)
                .setParameter("id", id)
                .setParameter("recipient", recipient)
                .setParameter("lookup", request.lookup())
                .setParameter("method", request.method().name())
                .setParameter("item", request.item(), String.class)
                .setParameter("passed", request.passed())
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** How the caller showed who he is; empty unless this user recorded since the instant that he did. */
    Optional<CheckRequest.Method> passed(UUID check, UUID recipient, String by, Instant since) {
        return database.createNativeQuery(PASSED, String.class)
                .setParameter("check", check)
                .setParameter("recipient", recipient)
                .setParameter("by", by)
                .setParameter("since", since)
                .uniqueResultOptional()
                .map(CheckRequest.Method::valueOf);
    }

    /** Masks by incident, as the ledger has them now; of whoever was merged since, those of whom he was merged with. */
    SortedMap<String, Long> leaked(UUID recipient) {
        SortedMap<String, Long> masks = new TreeMap<>();
        for (Tuple row : database.createNativeQuery(LEAKED, Tuple.class)
                .setParameter("recipient", recipient)
                .getResultList()) {
            masks.put(row.get(0, String.class), row.get(1, Number.class).longValue());
        }
        return masks;
    }
}
