package org.teishutsu.notify.contact;

/** Where a change of contact data is known from. */
enum ChangeSource {
    /** The recipient said so, after a check of who he is. */
    RECIPIENT,
    /** The post office, on a letter that came back. */
    POST,
    /** Resident register, company register. */
    PUBLIC_REGISTER,
    /** A later list of the firm's own. */
    LATER_LIST,
    OTHER
}
