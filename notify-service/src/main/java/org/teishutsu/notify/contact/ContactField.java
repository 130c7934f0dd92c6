package org.teishutsu.notify.contact;

/** What of a contact can change. */
enum ContactField {
    EMAIL,
    /** Postal code and address, together. */
    ADDRESS,
    MOBILE,
    /** As it is written: one that no font prints, or that was misspelt. Lists know its owner by the customer number. */
    NAME
}
