package org.teishutsu.notify.intake;

import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/**
 * What a list is handed in for.
 *
 * @param reason why, in the words of whoever hands it in; only the first list of an incident goes without; kept and shown
 *     in plain, so it names nobody
 */
record Purpose(ImportMode mode, @Nullable String reason) {

    static final int LONGEST_REASON = 1000;

    Purpose {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (mode.corrects() && reason == null) {
            throw ProblemException.invalid("reason", "must say why: a list that takes something back needs a reason");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "must have at most " + LONGEST_REASON + " characters");
        }
    }
}
