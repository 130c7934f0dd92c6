package org.teishutsu.notify.intake;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** Where a list stands on its way from file to ledger. */
enum ImportState {
    RECEIVING,
    /** Read, judged and compared with the ledger; nothing is in the ledger yet. */
    STAGED,
    APPLIED,
    DISCARDED,
    /** Could not be read. */
    FAILED;

    private static final Map<ImportState, Set<ImportState>> NEXT = Map.of(
            RECEIVING, EnumSet.of(STAGED, FAILED),
            STAGED, EnumSet.of(APPLIED, DISCARDED),
            APPLIED, EnumSet.noneOf(ImportState.class),
            DISCARDED, EnumSet.noneOf(ImportState.class),
            FAILED, EnumSet.noneOf(ImportState.class));

    boolean canMoveTo(ImportState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /**
     * The next state.
     *
     * @throws ProblemException ILLEGAL_TRANSITION, naming both states and what was to be moved
     */
    ImportState moveTo(ImportState next, String what) {
        if (!canMoveTo(next)) {
            throw ProblemException.illegalTransition(what, this, next);
        }
        return next;
    }
}
