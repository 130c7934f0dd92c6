package org.teishutsu.notify.recipient;

import org.jspecify.annotations.Nullable;

/** A contact of which so much is shown that the desk sees whether it talks of the same person, and no more. */
public record MaskedContact(
        String name,
        @Nullable String customerNumber,
        @Nullable String email,
        @Nullable String postalCode,
        @Nullable String mobile) {

    /** In place of a contact whose cell does not open. */
    public static final MaskedContact UNREADABLE = new MaskedContact(Contact.UNREADABLE.name(), null, null, null, null);

    private static final String HIDDEN = "***";
    private static final int AREA = 3;
    private static final int LAST = 2;

    public static MaskedContact of(Contact contact) {
        return new MaskedContact(
                first(contact.name(), 1),
                last(contact.customerNumber()),
                email(contact.email()),
                contact.postalCode() == null ? null : first(contact.postalCode(), AREA),
                last(contact.mobile()));
    }

    private static String first(String text, int characters) {
        int shown = Math.min(characters, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, shown)) + HIDDEN;
    }

    /** Of a short text nothing: two of its three digits would be the whole. */
    private static @Nullable String last(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.length() > 2 * LAST ? HIDDEN + text.substring(text.length() - LAST) : HIDDEN;
    }

    private static @Nullable String email(@Nullable String email) {
        return email == null ? null : first(email, 1) + "@" + HIDDEN;
    }
}
