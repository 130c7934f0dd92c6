package org.teishutsu.report.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.teishutsu.platform.security.Roles;

/** What covers an order, clause by clause. */
@Path("/orders/{id}/coverage")
public class CoverageResource {
    private final CoverageService coverage;

    CoverageResource(CoverageService coverage) {
        this.coverage = coverage;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Coverage of(UUID id) {
        return coverage.of(id);
    }
}
