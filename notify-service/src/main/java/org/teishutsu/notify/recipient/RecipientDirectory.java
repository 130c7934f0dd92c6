package org.teishutsu.notify.recipient;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Finds recipients by what they name themselves with. Joins the caller's transaction. */
@Singleton
public class RecipientDirectory {

    private static final String PARTY = """
            select coalesce(m.survivor_id, r.id)
            from recipient r
            left join recipient_merge m on m.recipient_id = r.id
            where r.id = :recipient
            """;

    private final Session database;

    RecipientDirectory(Session database) {
        this.database = database;
    }

    /**
     * Who has an inquiry number.
     *
     * @param inquiryNumber in its one written form
     */
    public Optional<UUID> withInquiryNumber(String inquiryNumber) {
        return database.createNativeQuery("select id from recipient where inquiry_number = :number", UUID.class)
                .setParameter("number", inquiryNumber)
                .uniqueResultOptional();
    }

    /** Keeps whoever else decides on this party waiting to the end of the transaction. */
    public void hold(UUID party) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:party, 1))", Integer.class)
                .setParameter("party", party.toString())
                .getSingleResult();
    }

    /** The party a recipient is today: whoever was merged is the one he was merged with. Empty if there is none. */
    public Optional<UUID> partyOf(UUID recipient) {
        return database.createNativeQuery(PARTY, UUID.class)
                .setParameter("recipient", recipient)
                .uniqueResultOptional();
    }
}
