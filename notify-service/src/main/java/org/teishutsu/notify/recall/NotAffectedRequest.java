package org.teishutsu.notify.recall;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;

/**
 * A caller of whom the ledger knows nothing.
 *
 * @param name by which he is called back
 * @param customerNumber what he is looked for by, like {@code email}, or the name with {@code postalCode}
 * @param telephone on which he is called back
 */
record NotAffectedRequest(
        @NotBlank @Size(max = NotAffectedRequest.LONGEST) String name,
        @Nullable @Size(max = NotAffectedRequest.LONGEST) String customerNumber,
        @Nullable @Size(max = NotAffectedRequest.LONGEST) String email,
        @Nullable @Size(max = NotAffectedRequest.LONGEST) String postalCode,
        @Nullable @Size(max = NotAffectedRequest.LONGEST) String telephone) {

    static final int LONGEST = 500;

    /** A form sends its empty fields, too: nothing is in them. */
    NotAffectedRequest {
        customerNumber = filled(customerNumber);
        email = filled(email);
        postalCode = filled(postalCode);
        telephone = filled(telephone);
    }

    private static @Nullable String filled(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    @AssertTrue(message = "or email or postalCode must be named: a name alone finds nobody") boolean isCustomerNumber() {
        return customerNumber != null || email != null || postalCode != null;
    }

    /** As it is kept: what hashes are made from, and by what he is called back. */
    Contact contact() {
        return new Contact(customerNumber, name.strip(), null, email, postalCode, null, telephone);
    }

    /** Masked: personal data. */
    @Override
    public String toString() {
        return "NotAffectedRequest[***]";
    }
}
