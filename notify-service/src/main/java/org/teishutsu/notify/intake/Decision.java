package org.teishutsu.notify.intake;

/** What a person says of a waiting row. */
enum Decision {
    /**
     * It means the party that the ledger has already, or, if the ledger has nobody, the one that this list has under the
     * same number or e-mail.
     */
    SAME_PARTY,
    /** It means somebody else than that: a party of its own, known by e-mail and name. */
    ANOTHER_PARTY,
    /** It is not to go into the ledger. */
    DROP
}
