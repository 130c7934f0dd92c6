package org.teishutsu.notify.contact;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** Where a change of contact data stands. */
enum ChangeState {
    PROPOSED,
    RELEASED,
    RETURNED;

    private static final Map<ChangeState, Set<ChangeState>> NEXT = Map.of(
            PROPOSED, EnumSet.of(RELEASED, RETURNED),
            RELEASED, EnumSet.noneOf(ChangeState.class),
            RETURNED, EnumSet.noneOf(ChangeState.class));

    boolean canMoveTo(ChangeState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /**
     * The next state.
     *
     * @throws ProblemException ILLEGAL_TRANSITION, naming both states and what was to be moved
     */
    ChangeState moveTo(ChangeState next, String what) {
        if (!canMoveTo(next)) {
            throw ProblemException.illegalTransition(what, this, next);
        }
        return next;
    }
}
