package org.teishutsu.notify.contact;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** What later lists told otherwise, until it is proposed and released, or put aside. Joins the caller's transaction. */
@Singleton
class ToldContacts {

    private static final String SELECT = """
            select t.recipient_id, t.import_id, t.fields, t.fresh_id, t.contact as told, r.contact as current, t.recorded_at
            from contact_told t
            join recipient r on r.id = t.recipient_id
            """;

    private static final String PAGE = SELECT + "where t.recipient_id > :after order by t.recipient_id limit :limit";

    private static final String ONE = SELECT + "where t.recipient_id = :recipient for update of t";

    private final Session database;
    private final Vault vault;

    ToldContacts(Session database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Those after an id, at most so many. */
    List<ToldContact> after(@Nullable UUID recipient, int most) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("after", recipient == null ? new UUID(0, 0) : recipient)
                .setParameter("limit", most)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    /** What was told of a recipient last, held. */
    Optional<ToldContact> hold(UUID recipient) {
        return database.createNativeQuery(ONE, Tuple.class)
                .setParameter("recipient", recipient)
                .uniqueResultOptional()
                .map(this::view);
    }

    /** Settled, one way or the other: personal data is not kept twice for longer than it is needed. */
    boolean forget(UUID recipient) {
        return database.createNativeMutationQuery("delete from contact_told where recipient_id = :recipient")
                        .setParameter("recipient", recipient)
                        .executeUpdate()
                > 0;
    }

    private ToldContact view(Tuple row) {
        UUID recipient = row.get(0, UUID.class);
        return new ToldContact(
                recipient,
                row.get(1, UUID.class),
                Arrays.stream(row.get(2, String[].class))
                        .map(ContactField::valueOf)
                        .toList(),
                Contact.tryToOpen(vault, row.get(3, UUID.class), row.get(4, byte[].class))
                        .orElse(Contact.UNREADABLE),
                Contact.tryToOpen(vault, recipient, row.get(5, byte[].class)).orElse(Contact.UNREADABLE),
                row.get(6, Instant.class));
    }
}
