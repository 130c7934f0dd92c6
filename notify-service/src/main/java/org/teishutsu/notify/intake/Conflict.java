package org.teishutsu.notify.intake;

/** Why a row waits for a person to decide who is meant. */
enum Conflict {
    /** The ledger or the list has this customer number under another name. */
    NUMBER_OTHER_NAME,
    /** The ledger or the list has this e-mail under another name, and the row has no customer number. */
    EMAIL_OTHER_NAME,
    /** E-mail and name fit several parties. */
    SEVERAL_PARTIES,
    /** The list names this party more than once, with different items. */
    ITEMS_DIFFER
}
