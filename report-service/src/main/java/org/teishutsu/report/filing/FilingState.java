package org.teishutsu.report.filing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** Where a filing stands; back to DRAFT is always a return with a reason. */
enum FilingState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    RELEASED,
    SUBMITTED,
    NOT_NEEDED;

    private static final Map<FilingState, Set<FilingState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(IN_REVIEW, NOT_NEEDED),
            IN_REVIEW, EnumSet.of(APPROVED, DRAFT, NOT_NEEDED),
            APPROVED, EnumSet.of(RELEASED, DRAFT, NOT_NEEDED),
            RELEASED, EnumSet.of(SUBMITTED, DRAFT, NOT_NEEDED),
            SUBMITTED, EnumSet.noneOf(FilingState.class),
            NOT_NEEDED, EnumSet.noneOf(FilingState.class)));

    boolean canMoveTo(FilingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    FilingState moveTo(FilingState next) {
        if (!canMoveTo(next)) {
            throw ProblemException.illegalTransition("The filing", this, next);
        }
        return next;
    }
}
