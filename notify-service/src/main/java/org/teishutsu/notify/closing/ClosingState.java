package org.teishutsu.notify.closing;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** Where a proposal to close stands. Whoever wants something else after all proposes anew. */
enum ClosingState {
    PROPOSED,
    RELEASED,
    RETURNED;

    private static final Map<ClosingState, Set<ClosingState>> NEXT = Map.of(
            PROPOSED, EnumSet.of(RELEASED, RETURNED),
            RELEASED, EnumSet.noneOf(ClosingState.class),
            RETURNED, EnumSet.noneOf(ClosingState.class));

    boolean canMoveTo(ClosingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /**
     * The next state.
     *
     * @throws ProblemException ILLEGAL_TRANSITION, naming both states and what was to be moved
     */
    ClosingState moveTo(ClosingState next, String what) {
        if (!canMoveTo(next)) {
            throw ProblemException.illegalTransition(what, this, next);
        }
        return next;
    }
}
