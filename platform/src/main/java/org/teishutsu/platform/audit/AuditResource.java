package org.teishutsu.platform.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;

/** Who did what and when. */
@Path("/audit")
public class AuditResource {

    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    /** Entries after an id, oldest first. */
    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.APPROVER, Roles.REPRESENTATIVE})
    public Page<AuditEntry> list(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(log.after(after, limit), limit, AuditEntry::id);
    }
}
