package org.teishutsu.notify.intake;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/** What the items of a list do to those the ledger has of the same party in the same incident. */
enum ImportMode {
    /** They come on top: what is known to have leaked is never taken back by a list that does not say so. */
    ADD("CHANGED"),
    /** They are all that leaked: the party's items become exactly these. */
    REPLACE("REPLACED"),
    /** They did not leak after all; a party of whom nothing is left leaves the incident. */
    WITHDRAW("WITHDRAWN");

    private final String endReason;

    ImportMode(String endReason) {
        this.endReason = endReason;
    }

    /** What an exposure that such a list ends is marked with. */
    String endReason() {
        return endReason;
    }

    /** Whether the list corrects what was said before, for which somebody has to give a reason. */
    boolean corrects() {
        return this != ADD;
    }

    /**
     * As callers write it.
     *
     * @throws ProblemException INVALID_REQUEST
     */
    static ImportMode of(@Nullable String name) {
        if (name == null) {
            return ADD;
        }
        Optional<ImportMode> mode =
                Arrays.stream(values()).filter(m -> m.name().equals(name)).findFirst();
        return mode.orElseThrow(() -> ProblemException.invalid("mode", "must be ADD, REPLACE or WITHDRAW"));
    }
}
