package org.teishutsu.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.teishutsu.common.problem.ProblemException;

/** Refuses text that PostgreSQL cannot hold (U+0000) in paths and queries; bodies have {@link TextOfRequests}. */
@Provider
public class TextOfAddresses implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (hasNul(uri.getPath())) {
            throw refusal("path");
        }
        uri.getQueryParameters().forEach((name, values) -> requireText(name, values));
    }

    private static void requireText(String name, List<String> values) {
        if (hasNul(name)) {
            throw refusal("query");
        }
        if (values.stream().anyMatch(TextOfAddresses::hasNul)) {
            throw refusal(name);
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static ProblemException refusal(String field) {
        return ProblemException.invalid(field, "must not hold the character U+0000");
    }
}
