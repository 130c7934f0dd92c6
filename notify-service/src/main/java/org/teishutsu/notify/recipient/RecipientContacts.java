package org.teishutsu.notify.recipient;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** Sealed contacts of recipients, and their exchange for others. Joins the caller's transaction. */
@Singleton
public class RecipientContacts {

    private static final String SELECT =
            "select id, contact, customer_key is not null from recipient where id = any (?)";

    /**
     * What lists know a party by does not change: the customer number, or e-mail and name. The name key is the one of the
     * name as it is written, by which a list that has the number under another name is stopped.
     */
    private static final String REPLACE = """
            update recipient set contact = ?, email_key = ?, address_key = ?, name_postal_key = ?, postal_tag = ?,
                address_tag = ?, mobile_tag = ?, has_address = ?, email_since = coalesce(?, email_since), name_key = ?,
                name_tag = ?
            where id = ?
            """;

    private final DataSource dataSource;
    private final Vault vault;

    RecipientContacts(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /**
     * A contact as it is kept.
     *
     * @param hasCustomerNumber whether lists know the party by its customer number
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared as a record
    public record Kept(byte[] sealed, boolean hasCustomerNumber) {}

    public Kept of(UUID recipient) {
        Kept kept = of(List.of(recipient)).get(recipient);
        if (kept == null) {
            throw new IllegalStateException("There is no recipient " + recipient);
        }
        return kept;
    }

    /** Opened, by recipient; one that does not open is shown as unreadable. */
    public Map<UUID, Contact> open(Collection<UUID> recipients) {
        Map<UUID, Contact> opened = new HashMap<>();
        of(recipients)
                .forEach((id, kept) -> opened.put(
                        id, Contact.tryToOpen(vault, id, kept.sealed()).orElse(Contact.UNREADABLE)));
        return opened;
    }

    private Map<UUID, Kept> of(Collection<UUID> recipients) {
        Map<UUID, Kept> kept = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("uuid", recipients.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kept.put(row.getObject(1, UUID.class), new Kept(row.getBytes(2), row.getBoolean(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return kept;
    }

    /**
     * Puts another contact in place of one; the customer number must be the same, and without one the name, too.
     *
     * @param emailSince since when the e-mail is registered; null if it is the same
     */
    public void replace(UUID recipient, Contact contact, Sealing sealing, @Nullable LocalDate emailSince) {
        ContactKeys keys = ContactKeys.of(sealing.lookup(), contact);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement replace = connection.prepareStatement(REPLACE)) {
            replace.setBytes(1, contact.seal(sealing, recipient));
            replace.setBytes(2, keys.emailKey());
            replace.setBytes(3, keys.addressKey());
            replace.setBytes(4, keys.namePostalKey());
            replace.setObject(5, keys.postalTag(), Types.INTEGER);
            replace.setObject(6, keys.addressTag(), Types.INTEGER);
            replace.setObject(7, keys.mobileTag(), Types.INTEGER);
            replace.setBoolean(8, contact.address() != null);
            replace.setDate(9, emailSince == null ? null : Date.valueOf(emailSince));
            replace.setBytes(10, keys.nameKey());
            replace.setInt(11, keys.nameTag());
            replace.setObject(12, recipient);
            if (replace.executeUpdate() != 1) {
                throw new IllegalStateException("The contact of recipient " + recipient + " was not replaced");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
