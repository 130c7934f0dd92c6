package org.teishutsu.notify.bounce;

/** What a message that came back is. */
enum Kind {
    /** It did not arrive. */
    FAILED,
    /** It has not arrived yet; the mail system still tries. */
    DELAYED,
    /** It arrived, says the mail system. */
    DELIVERED,
    /** It went on to where nobody tells of it, or to several of whom some got it. */
    PASSED_ON,
    /** A machine answered for somebody who got it: absent, received. Says nothing of whether it was read. */
    AUTO_REPLY,
    /** The recipient's system holds it back until a person has proved to be one. */
    CHALLENGE,
    /** Somebody wrote back. */
    ANSWER,
    SPAM,
    UNKNOWN
}
