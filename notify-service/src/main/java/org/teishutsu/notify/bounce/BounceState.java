package org.teishutsu.notify.bounce;

import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** Whether something is left to be done about what came back. */
enum BounceState {
    NEEDS_A_LOOK,
    /** A customer wrote: it belongs to the desk. */
    FOR_DESK,
    SETTLED;

    private static final Map<BounceState, Set<BounceState>> NEXT = Map.of(
            NEEDS_A_LOOK, Set.of(FOR_DESK, SETTLED),
            FOR_DESK, Set.of(SETTLED, NEEDS_A_LOOK),
            // What a rule took for an automatic answer may be none.
            SETTLED, Set.of(NEEDS_A_LOOK));

    boolean allows(BounceState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    BounceState moveTo(BounceState next) {
        if (!allows(next)) {
            throw ProblemException.illegalTransition("what came back", this, next);
        }
        return next;
    }
}
