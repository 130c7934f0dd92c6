package org.teishutsu.notify.merge;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** Where a proposal to merge two recipients stands. */
enum MergeState {
    OPEN,
    /** Somebody decided that they are one; a second person has to agree. */
    TO_MERGE,
    /** Somebody decided that they are two; a second person has to agree. */
    TO_KEEP_APART,
    MERGED,
    KEPT_APART,
    /** The recipient has been merged with another customer meanwhile. */
    OVERTAKEN;

    private static final Map<MergeState, Set<MergeState>> NEXT = Map.of(
            OPEN, EnumSet.of(TO_MERGE, TO_KEEP_APART, OVERTAKEN),
            TO_MERGE, EnumSet.of(OPEN, MERGED, OVERTAKEN),
            TO_KEEP_APART, EnumSet.of(OPEN, KEPT_APART, OVERTAKEN),
            MERGED, EnumSet.noneOf(MergeState.class),
            KEPT_APART, EnumSet.noneOf(MergeState.class),
            OVERTAKEN, EnumSet.noneOf(MergeState.class));

    boolean canMoveTo(MergeState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /**
     * The next state.
     *
     * @throws ProblemException ILLEGAL_TRANSITION, naming both states and what was to be moved
     */
    MergeState moveTo(MergeState next, String what) {
        if (!canMoveTo(next)) {
            throw ProblemException.illegalTransition(what, this, next);
        }
        return next;
    }
}
