package org.teishutsu.notify.mail;

/** How far an SMTP transaction had come when it failed, and what an answer given there means. */
enum Stage {
    /** Connection, greeting, EHLO, STARTTLS, AUTH. */
    CONNECT,
    MAIL_FROM,
    RCPT_TO,
    /** The DATA command and the content up to, not including, the final dot. */
    DATA,
    /** From the final dot on. */
    END;

    /** What is left of a connection that ended without an answer. */
    static final int NO_ANSWER = -1;

    /** RFC 4954, 6: whatever it answers, it is about who we are. */
    private static final int AUTHENTICATION_REQUIRED = 530;

    /**
     * Total: every stage and every number has an outcome. A lost connection or a 421 (RFC 5321, 3.8: the server closes)
     * before the final dot is no word about the message; the caller gives it one more connection before it believes it.
     */
    Outcome outcome(int code) {
        if (this == CONNECT || this == MAIL_FROM || code == AUTHENTICATION_REQUIRED) {
            return Outcome.SERVER_REFUSES;
        }
        if (this == END && code / 100 == 2) {
            return Outcome.ACCEPTED;
        }
        if (this == END && code / 100 != 4 && code / 100 != 5) {
            return Outcome.UNKNOWN;
        }
        return code / 100 == 5 ? Outcome.REFUSED : Outcome.LATER;
    }

    /** Whether the answer (or its absence) is about the connection rather than the message. */
    boolean endsConnection(int code) {
        return this == CONNECT || code == 421 || (code / 100 != 4 && code / 100 != 5);
    }
}
