package org.teishutsu.notify.recall;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer that was given; nobody is named.
 *
 * @param statement what the desk says, and no more than that
 */
record NotAffectedView(UUID id, String statement, Instant recordedAt, String by) {

    /** @param recalls in how many persons of later lists the caller may have been found */
    record Logged(UUID id, Instant recordedAt, String by, long recalls) {}
}
