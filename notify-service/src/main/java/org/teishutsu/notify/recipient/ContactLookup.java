package org.teishutsu.notify.recipient;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.vault.LookupColumns;
import org.teishutsu.notify.vault.LookupKey;

/** Hashes contacts anew when the key of the hashes changes. */
@Singleton
class ContactLookup implements LookupColumns {

    private static final List<String> NAMES = List.of(
            "customer_key",
            "identity_key",
            "email_key",
            "name_key",
            "address_key",
            "name_postal_key",
            "name_tag",
            "kana_tag",
            "postal_tag",
            "address_tag",
            "mobile_tag");

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public List<@Nullable Object> values(LookupKey key, byte[] contact) {
        ContactKeys keys = ContactKeys.of(key, Contact.unpacked(contact));
        return Arrays.<@Nullable Object>asList(
                keys.customerKey(),
                keys.identityKey(),
                keys.emailKey(),
                keys.nameKey(),
                keys.addressKey(),
                keys.namePostalKey(),
                keys.nameTag(),
                keys.kanaTag(),
                keys.postalTag(),
                keys.addressTag(),
                keys.mobileTag());
    }
}
