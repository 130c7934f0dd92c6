package org.teishutsu.notify.recipient;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.notify.vault.VaultException;

/**
 * What is known of a recipient as a person, in the spelling of the list. Kept as one sealed cell, which opens for this
 * recipient only.
 *
 * @param legalRepresentative through whom a minor or a ward is addressed (法定代理人)
 */
public record Contact(
        @Nullable String customerNumber,
        String name,
        @Nullable String nameKana,
        @Nullable String email,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String mobile,
        @Nullable String legalRepresentative) {

    /** Of somebody who is addressed himself. */
    public Contact(
            @Nullable String customerNumber,
            String name,
            @Nullable String nameKana,
            @Nullable String email,
            @Nullable String postalCode,
            @Nullable String address,
            @Nullable String mobile) {
        this(customerNumber, name, nameKana, email, postalCode, address, mobile, null);
    }

    /** The column of the cell, in recipients and in staged rows alike: a staged row is sealed for whom it may become. */
    public static final String COLUMN = "contact";

    /** Shown in place of a contact whose cell does not open. */
    public static final Contact UNREADABLE = new Contact(null, "（読み取れません）", null, null, null, null, null);

    private static final Logger LOG = Logger.getLogger(Contact.class);

    /** Opens the cell of a recipient. */
    public static Contact open(Vault vault, UUID recipient, byte[] sealed) {
        return unpacked(vault.open(COLUMN, recipient, sealed));
    }

    /** For lists that people look at: a cell that does not open must not take the others with it. Told in the log. */
    public static Optional<Contact> tryToOpen(Vault vault, UUID recipient, byte[] sealed) {
        try {
            return Optional.of(open(vault, recipient, sealed));
        } catch (VaultException e) {
            LOG.errorf("The contact of recipient %s cannot be read: %s", recipient, e.getMessage());
            return Optional.empty();
        }
    }

    static Contact unpacked(byte[] cell) {
        List<@Nullable String> texts = Cells.unpack(cell);
        String name = texts.get(1);
        if (name == null) {
            throw new IllegalStateException("A recipient without a name");
        }
        return new Contact(
                texts.get(0), name, texts.get(2), texts.get(3), texts.get(4), texts.get(5), texts.get(6), texts.get(7));
    }

    /** The cell of a recipient. */
    public byte[] seal(Sealing sealing, UUID recipient) {
        return sealing.seal(
                COLUMN,
                recipient,
                Cells.pack(customerNumber, name, nameKana, email, postalCode, address, mobile, legalRepresentative));
    }

    public Contact withCustomerNumber(@Nullable String number) {
        return new Contact(number, name, nameKana, email, postalCode, address, mobile, legalRepresentative);
    }

    /** Whom a message is addressed to, but for the honorific at the end: through the legal representative, if there is one. */
    public String addressee() {
        return legalRepresentative == null ? name : name + " 様　法定代理人 " + legalRepresentative;
    }

    /** Masked: personal data. */
    @Override
    public String toString() {
        return "Contact[***]";
    }
}
