package org.teishutsu.notify.contact;

/** What of a contact can change. A name does not: whoever has another name is another party until a list says otherwise. */
enum ContactField {
    EMAIL,
    /** Postal code and address, together. */
    ADDRESS,
    MOBILE
}
