package org.teishutsu.notify.mail;

/** What an attempt to hand a message to the mail server came to. */
public enum Outcome {
    /** The server took it. */
    ACCEPTED,
    /** Not now: try this message again later. */
    LATER,
    /** This message to this recipient never. */
    REFUSED,
    /** Never as long as we are who we are to the recipient's domain: policy, reputation. Says nothing of the address. */
    POLICY,
    /** The server takes nothing from us now; says nothing about this message. */
    SERVER_REFUSES,
    /** The end of the message was sent and no answer came: the server may have taken it. */
    UNKNOWN
}
