package org.teishutsu.common.problem;

import java.util.List;

/** The one exception that becomes a problem answer. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        super(detail);
        this.type = type;
        this.violations = List.copyOf(violations);
    }

    /** For an id or code that names nothing. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " " + id);
    }

    /** For a step that the state does not allow; names both states. */
    public static ProblemException illegalTransition(String what, Enum<?> from, Enum<?> to) {
        return new ProblemException(
                ProblemType.ILLEGAL_TRANSITION, what + " is " + from.name() + " and cannot go to " + to.name());
    }

    /** For a field of a request that cannot be taken. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, field + ": " + message, List.of(new Violation(field, message)));
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return violations;
    }
}
