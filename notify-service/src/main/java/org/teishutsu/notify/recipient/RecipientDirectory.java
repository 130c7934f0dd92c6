package org.teishutsu.notify.recipient;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Finds recipients by what they name themselves with. Joins the caller's transaction. */
@Singleton
public class RecipientDirectory {

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
}
