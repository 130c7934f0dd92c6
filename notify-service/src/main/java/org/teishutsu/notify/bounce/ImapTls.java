package org.teishutsu.notify.bounce;

/** How the connection to the mailbox is encrypted. */
enum ImapTls {
    /** From the first byte (RFC 8314). */
    IMPLICIT,
    /** STARTTLS is demanded. */
    REQUIRED,
    OFF
}
