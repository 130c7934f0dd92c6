package org.teishutsu.notify.delivery;

/** What becomes of a delivery the mail server may or may not have taken. */
public enum UncertainPolicy {
    /** Sent again under the same Message-ID: nobody is missed, a few get it twice. */
    RESEND,
    /** Kept until an officer has looked into the server's log. */
    HOLD
}
