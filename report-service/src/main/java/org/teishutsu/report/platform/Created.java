package org.teishutsu.report.platform;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The answer of a creating call: 201, where the thing is, and the thing. */
public final class Created {
    private Created() {}

    /** Says 201; {@code path} is from the root of the service, with a leading slash. */
    public static Response at(String path, Object view) {
        return Response.created(URI.create(path)).entity(view).build();
    }
}
