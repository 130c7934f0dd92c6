package org.teishutsu.report.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.report.measure.Stage;

/**
 * What a piece of evidence is about.
 *
 * @param id of the measure, the order (with {@code clause}), the restriction, the entry of a time line, or the filing
 * @param clause which clause of the order; null exactly for other kinds
 * @param stage which stage of the measure it proves; null for the measure as a whole, and for other kinds
 */
public record Subject(
        Kind kind,
        UUID id,
        @Nullable Integer clause,
        @Nullable Stage stage) {

    /** What evidence can be about. */
    public enum Kind {
        MEASURE,
        CLAUSE,
        RESTRICTION,
        TIMELINE_ENTRY,
        FILING
    }

    public Subject {
        if ((kind == Kind.CLAUSE) != (clause != null)) {
            throw ProblemException.invalid("clause", "is given exactly with about=CLAUSE, whose id is the order's");
        }
        if (stage != null && kind != Kind.MEASURE) {
            throw ProblemException.invalid("stage", "is given with about=MEASURE only");
        }
    }
}
