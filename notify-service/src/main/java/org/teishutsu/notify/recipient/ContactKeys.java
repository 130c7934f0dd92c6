package org.teishutsu.notify.recipient;

import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.vault.LookupKey;

/**
 * Keyed hashes of a contact, one a column of the same name: what recipients are found, joined and compared by.
 *
 * @param identityKey e-mail and name; of anybody who has an e-mail
 * @param namePostalKey name and postal code, for the desk
 * @param nameTag whether the spelling differs; tags are for comparing, never for finding
 * @param mobileTag whether the digits differ
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the database, never compared as a record
public record ContactKeys(
        byte @Nullable [] customerKey,
        byte @Nullable [] identityKey,
        byte @Nullable [] emailKey,
        byte[] nameKey,
        byte @Nullable [] addressKey,
        byte @Nullable [] namePostalKey,
        int nameTag,
        @Nullable Integer kanaTag,
        @Nullable Integer postalTag,
        @Nullable Integer addressTag,
        @Nullable Integer mobileTag) {

    public static ContactKeys of(LookupKey key, Contact contact) {
        String name = IdentityKeys.ofName(contact.name());
        String email = contact.email() == null ? null : IdentityKeys.ofEmail(contact.email());
        String postal = contact.postalCode() == null ? null : IdentityKeys.ofPostalCode(contact.postalCode());
        String address = contact.address() == null ? null : IdentityKeys.ofAddress(contact.address());
        return new ContactKeys(
                contact.customerNumber() == null ? null : customer(key, contact.customerNumber()),
                email == null ? null : key.of("identity_key", IdentityKeys.together(email, name)),
                email == null ? null : key.of("email_key", email),
                key.of("name_key", name),
                address == null
                        ? null
                        : key.of("address_key", IdentityKeys.together(postal == null ? "" : postal, address)),
                postal == null ? null : key.of("name_postal_key", IdentityKeys.together(name, postal)),
                key.tag("name_tag", contact.name()),
                tag(key, "kana_tag", contact.nameKana()),
                tag(key, "postal_tag", contact.postalCode()),
                tag(key, "address_tag", contact.address()),
                tag(key, "mobile_tag", contact.mobile() == null ? null : IdentityKeys.ofTelephone(contact.mobile())));
    }

    /** What customer_key holds for a customer number. */
    public static byte[] customer(LookupKey key, String number) {
        return key.of("customer_key", IdentityKeys.ofCustomerNumber(number));
    }

    /** What email_key holds for an e-mail. */
    public static byte[] email(LookupKey key, String email) {
        return key.of("email_key", IdentityKeys.ofEmail(email));
    }

    /** What name_postal_key holds for a name and a postal code. */
    public static byte[] nameAndPostalCode(LookupKey key, String name, String postalCode) {
        return key.of(
                "name_postal_key",
                IdentityKeys.together(IdentityKeys.ofName(name), IdentityKeys.ofPostalCode(postalCode)));
    }

    private static @Nullable Integer tag(LookupKey key, String column, @Nullable String text) {
        return text == null ? null : key.tag(column, text);
    }

    /** Masked: whoever sees two of them sees whether they are one person's. */
    @Override
    public String toString() {
        return "ContactKeys[***]";
    }
}
