package org.teishutsu.notify.recall;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.ContactKeys;
import org.teishutsu.notify.vault.LookupKey;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** Whom the desk told that he is not affected. Who it was is sealed. Joins the caller's transaction. */
@Singleton
class Answers {

    private static final String AFFECTED = """
            select count(*)
            from recipient r
            left join recipient_merge m on m.recipient_id = r.id
            where (r.customer_key = cast(:customer as bytea) or r.email_key = cast(:email as bytea)
                   or r.name_postal_key = cast(:name as bytea))
              and exists (select from exposure e
                          where e.recipient_id = coalesce(m.survivor_id, r.id) and e.withdrawn_at is null)
            """;

    private static final String RECORD = """
            insert into not_affected (id, contact, lookup_key, customer_key, email_key, name_postal_key, recorded_at,
                recorded_by)
            values (:id, :contact, :key, cast(:customer as bytea), cast(:email as bytea), cast(:name as bytea), :now, :by)
            """;

    private static final String UNDER_ANOTHER_KEY = "select id, contact from not_affected where lookup_key <> :key";

    private static final String REHASH = """
            update not_affected set lookup_key = :key, customer_key = cast(:customer as bytea),
                email_key = cast(:email as bytea), name_postal_key = cast(:name as bytea)
            where id = :id
            """;

    private static final String PAGE = """
            select a.id, a.recorded_at, a.recorded_by, (select count(*) from recall c where c.not_affected_id = a.id)
            from not_affected a where a.id > :after order by a.id limit :limit
            """;

    private final Session database;
    private final Vault vault;

    Answers(Session database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Whether the ledger has somebody who is affected and whom one of these finds. */
    boolean isAffected(Contact caller, LookupKey key) {
        return hashes(database.createNativeQuery(AFFECTED, Long.class), ContactKeys.of(key, caller))
                        .getSingleResult()
                > 0;
    }

    private static <T> NativeQuery<T> hashes(NativeQuery<T> query, ContactKeys keys) {
        query.setParameter("customer", keys.customerKey(), byte[].class)
                .setParameter("email", keys.emailKey(), byte[].class)
                .setParameter("name", keys.namePostalKey(), byte[].class);
        return query;
    }

    void record(UUID id, Contact caller, Sealing sealing, String by, Instant now) {
        ContactKeys keys = ContactKeys.of(sealing.lookup(), caller);
        database.createNativeMutationQuery(RECORD)
                .setParameter("id", id)
                .setParameter("contact", caller.seal(sealing, id))
                .setParameter("key", sealing.lookup().id())
                .setParameter("customer", keys.customerKey(), byte[].class)
                .setParameter("email", keys.emailKey(), byte[].class)
                .setParameter("name", keys.namePostalKey(), byte[].class)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }

    boolean isEmpty() {
        return !database.createNativeQuery("select exists (select from not_affected)", Boolean.class)
                .getSingleResult();
    }

    /** Hashes of another key find nobody: they are made anew under the one in use, few as they are. */
    void rehash(LookupKey key) {
        for (Tuple row : database.createNativeQuery(UNDER_ANOTHER_KEY, Tuple.class)
                .setParameter("key", key.id())
                .getResultList()) {
            UUID id = row.get(0, UUID.class);
            Contact.tryToOpen(vault, id, row.get(1, byte[].class)).ifPresent(caller -> rehash(id, caller, key));
        }
    }

    private void rehash(UUID id, Contact caller, LookupKey key) {
        ContactKeys keys = ContactKeys.of(key, caller);
        database.createNativeMutationQuery(REHASH)
                .setParameter("id", id)
                .setParameter("key", key.id())
                .setParameter("customer", keys.customerKey(), byte[].class)
                .setParameter("email", keys.emailKey(), byte[].class)
                .setParameter("name", keys.namePostalKey(), byte[].class)
                .executeUpdate();
    }

    /** In the order in which they were given, at most so many. */
    List<NotAffectedView.Logged> after(@Nullable UUID id, int most) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("after", id == null ? new UUID(0, 0) : id)
                .setParameter("limit", most)
                .getResultList()
                .stream()
                .map(row -> new NotAffectedView.Logged(
                        row.get(0, UUID.class),
                        row.get(1, Instant.class),
                        row.get(2, String.class),
                        row.get(3, Number.class).longValue()))
                .toList();
    }
}
