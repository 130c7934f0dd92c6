package org.teishutsu.notify.mail;

import java.util.UUID;

/** What messages are called on the wire. */
public interface MailNames {

    /**
     * The local part of a message's Message-ID, and of its return path after the plus sign: the same at every attempt, in
     * lower case (RFC 5321 lets no server fold it, and some do), at most 57 characters, and known to nobody whom the
     * message did not pass.
     */
    String of(UUID message);
}
