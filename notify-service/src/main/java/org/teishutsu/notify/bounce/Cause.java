package org.teishutsu.notify.bounce;

import org.jspecify.annotations.Nullable;

/** Why a message came back, as far as its status says (RFC 3463, RFC 5248). */
enum Cause {
    /** x.1.x: there is no such address. */
    BAD_ADDRESS,
    /** x.2.2: the address is good, its owner does not empty it. */
    MAILBOX_FULL,
    /** Other x.2.x: closed, or takes nothing of this kind. */
    MAILBOX,
    /** Other x.4.x and x.3.x: the way there. */
    NETWORK,
    /** x.5.x, x.6.x: protocol and content. */
    CONTENT,
    /** The recipient's own choice of whom to take mail from; says nothing about us. */
    FILTERED,
    /** x.7.x, and what is said of the sender: about us or the domain, not about the address. */
    POLICY,
    UNKNOWN;

    private static final int PARTS = 3;

    /** Total: every status has a cause. */
    static Cause of(@Nullable String status) {
        String[] parts = status == null ? new String[0] : status.split("\\.");
        if (parts.length != PARTS) {
            return UNKNOWN;
        }
        return switch (parts[1]) {
            // X.1.7 and X.1.8 find fault with the sender's address.
            case "1" -> parts[2].equals("7") || parts[2].equals("8") ? POLICY : BAD_ADDRESS;
            case "2" -> parts[2].equals("2") ? MAILBOX_FULL : MAILBOX;
            case "3", "4" -> NETWORK;
            case "5", "6" -> CONTENT;
            case "7" -> POLICY;
            default -> UNKNOWN;
        };
    }
}
