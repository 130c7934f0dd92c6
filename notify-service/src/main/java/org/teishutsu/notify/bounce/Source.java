package org.teishutsu.notify.bounce;

/** Which way a message came. */
enum Source {
    CALL,
    MAILDIR,
    IMAP
}
