package org.teishutsu.report.deadline;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.teishutsu.common.problem.ProblemException;

/** What has become of a deadline; whether an OPEN one is overdue is derived from the time, never stored. */
public enum DeadlineState {
    OPEN,
    MET,
    MET_LATE,
    NOT_NEEDED;

    private static final Map<DeadlineState, Set<DeadlineState>> NEXT = new EnumMap<>(Map.of(
            OPEN, EnumSet.of(MET, MET_LATE, NOT_NEEDED),
            MET, EnumSet.noneOf(DeadlineState.class),
            MET_LATE, EnumSet.noneOf(DeadlineState.class),
            NOT_NEEDED, EnumSet.noneOf(DeadlineState.class)));

    boolean canMoveTo(DeadlineState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    DeadlineState moveTo(DeadlineState next) {
        if (!canMoveTo(next)) {
            throw ProblemException.illegalTransition("The deadline", this, next);
        }
        return next;
    }
}
