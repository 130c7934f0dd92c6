package org.teishutsu.notify.intake;

/** What a row of a list does to the ledger: each row exactly one of these, or rejected. */
enum RowOutcome {
    NEW,
    /** The recipient is in this incident already, with other items. */
    CHANGED,
    UNCHANGED,
    /** The same party with the same items stands further up in this list. */
    DUPLICATE,
    /** Who is meant is not clear; see {@link Conflict}. */
    WAITING,
    /** It waited, and a person decided that it is not to go into the ledger; counted among the rejected ones. */
    DROPPED
}
