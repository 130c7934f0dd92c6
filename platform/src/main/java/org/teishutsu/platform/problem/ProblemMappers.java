package org.teishutsu.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.Problem;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;

/**
 * Turns every exception into a problem answer: refusals are logged without a stack, failures once with an id that the
 * caller is told instead of the message.
 */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger("problem");

    @ServerExceptionMapper
    public Response problem(ProblemException e, UriInfo uri) {
        return refuse(e.type(), e.getMessage(), uri, e.violations());
    }

    @ServerExceptionMapper
    public Response violations(ConstraintViolationException e, UriInfo uri) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(v -> new Violation(fieldOf(v), v.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return refuse(ProblemType.INVALID_REQUEST, summary(violations), uri, violations);
    }

    /** The framework has a mapper of its own for this class, which tells nothing of the place. */
    @ServerExceptionMapper
    public Response notTheForm(MismatchedInputException e, UriInfo uri) {
        return notJson(e, uri);
    }

    @ServerExceptionMapper
    public Response notJson(JsonProcessingException e, UriInfo uri) {
        Violation violation = violationOf(e);
        return refuse(ProblemType.INVALID_REQUEST, summary(List.of(violation)), uri, List.of(violation));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e, UriInfo uri) {
        return challenge(uri);
    }

    @ServerExceptionMapper
    public Response unauthorized(AuthenticationFailedException e, UriInfo uri) {
        return challenge(uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, UriInfo uri) {
        return refuse(ProblemType.FORBIDDEN, null, uri, List.of());
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(OptimisticLockException e, UriInfo uri) {
        return refuse(ProblemType.CHANGED_SINCE, "Somebody else changed this meanwhile: read it again", uri, List.of());
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(StaleStateException e, UriInfo uri) {
        return refuse(ProblemType.CHANGED_SINCE, "Somebody else changed this meanwhile: read it again", uri, List.of());
    }

    /** What the framework itself refuses: unknown paths, methods, media types, bodies that are not JSON. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return notJson(json, uri);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status && status != 500)
                .findFirst()
                .map(type -> refuse(type, null, uri, List.of()))
                .orElseGet(() -> fail(e, uri));
    }

    @ServerExceptionMapper
    public Response failure(Throwable e, UriInfo uri) {
        return fail(e, uri);
    }

    private static Response fail(Throwable e, UriInfo uri) {
        String logId = UUID.randomUUID().toString();
        LOG.errorf(e, "500 %s, log id %s", place(uri), logId);
        return answer(ProblemType.INTERNAL_ERROR, "The log tells more under the id " + logId, uri, List.of());
    }

    /**
     * The path as a log may know it, for an inquiry number is somebody's: parameters by their names, and only the first
     * part of a path that nothing answers.
     */
    private static String place(UriInfo uri) {
        List<String> parts =
                uri.getPathSegments().stream().map(PathSegment::getPath).toList();
        if (uri.getMatchedURIs().isEmpty()) {
            return "/" + parts.get(0) + (parts.size() > 1 ? "/…" : "");
        }
        Map<String, String> names = new HashMap<>();
        uri.getPathParameters().forEach((name, values) -> values.forEach(value -> names.put(value, "{" + name + "}")));
        return parts.stream().map(part -> names.getOrDefault(part, part)).collect(Collectors.joining("/", "/", ""));
    }

    private static Response challenge(UriInfo uri) {
        Response refusal = refuse(ProblemType.UNAUTHORIZED, null, uri, List.of());
        return Response.fromResponse(refusal)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Teishutsu\", charset=\"UTF-8\"")
                .build();
    }

    private static Response refuse(ProblemType type, @Nullable String detail, UriInfo uri, List<Violation> violations) {
        LOG.infof("%d %s %s", type.status(), place(uri), type);
        return answer(type, detail, uri, violations);
    }

    private static Response answer(ProblemType type, @Nullable String detail, UriInfo uri, List<Violation> violations) {
        return Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(type, detail, uri.getPath(), violations))
                .build();
    }

    private static String summary(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.field().isEmpty() ? v.message() : v.field() + ": " + v.message())
                .collect(Collectors.joining("; "));
    }

    /** The path without the method and parameter it begins with: {@code create.order.clauses[0].text}. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        String[] path = violation.getPropertyPath().toString().split("\\.", 3);
        return path[path.length - 1];
    }

    private static Violation violationOf(JsonProcessingException e) {
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                        .collect(Collectors.joining())
                        .replaceFirst("^\\.", "")
                : "";
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return new Violation(field, cause.getMessage());
        }
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return new Violation(field, kindOf(e) + where);
    }

    private static String kindOf(JsonProcessingException e) {
        return switch (e.getClass().getSimpleName()) {
            case "UnrecognizedPropertyException" -> "there is no such field";
            case "InvalidFormatException" -> "this value has not the form of the field";
            case "JsonParseException", "JsonEOFException" -> "this is not well-formed JSON";
            default -> "this is not what the field takes";
        };
    }
}
