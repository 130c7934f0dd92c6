package org.teishutsu.platform.audit;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Set;

/** Writes every call that wanted to change something into the log, refused ones included. */
@Provider
@Blocking
public class AuditFilter implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        Principal caller = request.getSecurityContext().getUserPrincipal();
        log.append(
                caller == null || caller.getName().isEmpty() ? "anonymous" : caller.getName(),
                request.getMethod(),
                // PostgreSQL keeps NUL in no text; a call that has one is refused and logged like others.
                "/" + request.getUriInfo().getPath().replaceFirst("^/", "").replace('\0', '\u2400'),
                response.getStatus());
    }
}
