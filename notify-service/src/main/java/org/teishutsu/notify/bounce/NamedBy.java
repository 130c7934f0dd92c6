package org.teishutsu.notify.bounce;

/** By what it was known which delivery a message is about. */
enum NamedBy {
    /** The return path it was sent to, or the envelope's id. */
    ENVELOPE,
    /** The Message-ID of the message that came back with it. */
    MESSAGE_ID,
    /** One of both, quoted in the text. */
    TEXT,
    PERSON
}
