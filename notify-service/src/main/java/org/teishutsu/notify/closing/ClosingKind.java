package org.teishutsu.notify.closing;

/** What is said of those on the list. */
enum ClosingKind {
    /** Something public, and the desk, stand in place of telling them (代替措置). */
    SUBSTITUTED,
    /** They are not told, for a reason. */
    CLOSED
}
