package org.teishutsu.notify.bounce;

/** Why a person has to look at what came back. */
enum Look {
    /** No rule knows this sort of message. */
    UNKNOWN_FORM,
    /** The recipient's system waits for a person to answer. */
    CHALLENGE,
    /** It did not arrive, but the message does not say what. */
    NO_DELIVERY_NAMED,
    /** It names a delivery, but not as this suite names it. */
    FORGED_NAME,
    SEVERAL_DELIVERIES,
    NO_SUCH_DELIVERY,
    /** The delivery it names has not left yet. */
    NEVER_SENT,
    /** The address was passed on to several, and some of them did not get it. */
    SOME_FAILED,
    TOO_LARGE
}
