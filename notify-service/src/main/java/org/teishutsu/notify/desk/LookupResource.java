package org.teishutsu.notify.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Look-up for the desk. What is looked for comes in the body: addresses are logged on the way. */
@Path("/recipients")
public class LookupResource {

    private final LookupService service;
    private final Who who;

    LookupResource(LookupService service, Who who) {
        this.service = service;
        this.who = who;
    }

    @POST
    @Path("lookup")
    @RolesAllowed(Roles.DESK)
    public LookupView lookUp(@NotNull @Valid LookupRequest request) {
        return service.lookUp(request, who.name());
    }

    /** Who looked whom up, why and when, in that order; nobody is named. */
    @GET
    @Path("lookups")
    @RolesAllowed({Roles.AUDITOR, Roles.APPROVER})
    public Page<LookupView.Logged> log(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.log(after, limit);
    }

    /** Records how a caller showed who he is, and answers with what leaked of him if he did. */
    @POST
    @Path("{id}/identity-checks")
    @RolesAllowed(Roles.DESK)
    public Response check(@PathParam("id") UUID recipient, @NotNull @Valid CheckRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(service.check(recipient, request, who.name()))
                .build();
    }

    /** What leaked of a recipient, for a caller who has shown who he is. */
    @GET
    @Path("{id}/leaked")
    @RolesAllowed(Roles.DESK)
    public CheckView leaked(@PathParam("id") UUID recipient, @QueryParam("identityCheck") @NotNull UUID check) {
        return service.leaked(recipient, check, who.name());
    }
}
