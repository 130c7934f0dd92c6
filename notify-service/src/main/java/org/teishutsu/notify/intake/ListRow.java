package org.teishutsu.notify.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/**
 * A row that can be taken: who, by the spelling of the list, and what leaked.
 *
 * @param line where the row begins in the file, the header being line 1
 * @param mask the leaked items, at least one
 */
record ListRow(
        int rowNo,
        long line,
        @Nullable String customerNumber,
        Party party,
        RecipientStatus status,
        String name,
        @Nullable String nameKana,
        @Nullable String email,
        @Nullable LocalDate emailSince,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String mobile,
        @Nullable String legalRepresentative,
        long mask) {

    ListRow {
        if (customerNumber == null && email == null) {
            throw new IllegalArgumentException("A row without customer number and e-mail names nobody");
        }
        if (mask <= 0) {
            throw new IllegalArgumentException("A row names at least one leaked item");
        }
    }

    Contact contact() {
        return new Contact(customerNumber, name, nameKana, email, postalCode, address, mobile, legalRepresentative);
    }

    /** Masked: rows are personal data. */
    @Override
    public String toString() {
        return "ListRow[line=" + line + ", ***]";
    }
}
