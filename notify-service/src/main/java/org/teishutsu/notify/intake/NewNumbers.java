package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/**
 * Gives their number to applicants who are customers now: they are known by both from here on. A recipient's data opens
 * for that recipient only, so this goes one by one; such people are few.
 */
@Singleton
class NewNumbers {

    private static final int AT_ONCE = 500;

    private static final String NUMBERED = """
            select distinct on (k.id) k.id, k.contact, r.fresh_id, r.contact, r.customer_key
            from import_row r join recipient k on k.id = r.recipient_id and k.customer_key is null
            where r.import_id = ? and r.known and r.outcome <> 'WAITING' and r.customer_key is not null
            order by k.id, r.row_no
            """;

    private static final String GIVE = "update recipient set customer_key = ?, contact = ? where id = ?";

    private final DataSource dataSource;
    private final Vault vault;

    NewNumbers(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /** Joins the caller's transaction. */
    void give(UUID list) {
        Sealing sealing = vault.hold();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NUMBERED);
                PreparedStatement give = connection.prepareStatement(GIVE)) {
            select.setObject(1, list);
            select.setFetchSize(AT_ONCE);
            int waiting = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID recipient = row.getObject(1, UUID.class);
                    Contact listed = Contact.open(vault, row.getObject(3, UUID.class), row.getBytes(4));
                    Contact known = Contact.open(vault, recipient, row.getBytes(2));
                    give.setBytes(1, row.getBytes(5));
                    give.setBytes(
                            2, known.withCustomerNumber(listed.customerNumber()).seal(sealing, recipient));
                    give.setObject(3, recipient);
                    give.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        give.executeBatch();
                    }
                }
            }
            give.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
