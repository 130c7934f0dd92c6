package org.teishutsu.notify.recall;

/** What came of calling somebody back. */
enum RecallOutcome {
    NOT_REACHED,
    /** Knows now that the answer does not hold any more. What leaked of him he is told by the campaign, or after a check. */
    TOLD,
    /** Only looks like the one in the list. */
    SOMEBODY_ELSE;

    /** Whether nobody has to call again. */
    boolean settles() {
        return this != NOT_REACHED;
    }
}
