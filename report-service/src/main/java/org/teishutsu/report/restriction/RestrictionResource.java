package org.teishutsu.report.restriction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;
import org.teishutsu.report.platform.Prose;

/** Restrictions of the business. */
@Path("/restrictions")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class RestrictionResource {
    /** An answer may be kept to compare with, and is never used without asking: a stop holds at once. */
    private static final String ASK_EVERY_TIME = "private, no-cache";

    private final RestrictionService restrictions;
    private final Who who;

    RestrictionResource(RestrictionService restrictions, Who who) {
        this.restrictions = restrictions;
        this.who = who;
    }

    /** Why a lifting goes back. */
    record Reason(@NotBlank @Prose @Size(max = 2000) String reason) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(@NotNull @Valid NewRestriction restriction) {
        return Created.at("/restrictions", restrictions.record(restriction, who.name()));
    }

    @GET
    public Page<RestrictionView> all(@BeanParam @Valid Listing listing) {
        return listing.of(restrictions.all(), RestrictionView::id);
    }

    @POST
    @Idempotent
    @Path("{id}/lifting")
    @RolesAllowed(Roles.OFFICER)
    public Response lift(UUID id, @NotNull @Valid NewLifting lifting) {
        return Created.at("/restrictions", restrictions.lift(id, lifting, who.name()));
    }

    @POST
    @Path("{id}/lifting/approval")
    @RolesAllowed(Roles.APPROVER)
    public RestrictionView approveLifting(UUID id) {
        return restrictions.approveLifting(id, who.name());
    }

    @POST
    @Path("{id}/lifting/return")
    @RolesAllowed(Roles.APPROVER)
    public RestrictionView returnLifting(UUID id, @NotNull @Valid Reason reason) {
        return restrictions.returnLifting(id, reason.reason(), who.name());
    }

    /** Asked by the account-opening system: no answer means stopped. */
    @GET
    @Path("{kind}/current")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR, Roles.SERVICE})
    public Response current(RestrictionKind kind, @Context Request request) {
        CurrentRestriction current = restrictions.current(kind);
        EntityTag tag = new EntityTag(current.fingerprint(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(current) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, ASK_EVERY_TIME)
                .build();
    }

    /** Each time the answer became another, with what was its ground. */
    @GET
    @Path("{kind}/history")
    public Page<RestrictionChange.View> history(RestrictionKind kind, @BeanParam @Valid Listing listing) {
        return listing.of(restrictions.history(kind), RestrictionChange.View::id);
    }
}
