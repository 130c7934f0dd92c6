package org.teishutsu.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details of an HTTP answer (RFC 9457).
 *
 * @param type {@link ProblemType#urn()}
 * @param title {@link ProblemType#title()}
 * @param status the HTTP status
 * @param detail what happened here and how to mend it; never personal data
 * @param instance the path that was called
 * @param violations what is wrong with the request, empty for other problems
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<Violation> violations) {

    /** The content type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }

    public static Problem of(
            ProblemType type, @Nullable String detail, @Nullable String instance, List<Violation> violations) {
        return new Problem(type.urn(), type.title(), type.status(), detail, instance, violations);
    }
}
