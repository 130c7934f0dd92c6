package org.teishutsu.notify.telephone;

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
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Calls of the desk to those whom a campaign tells. */
@Path("/campaigns/{campaign}/calls")
public class CallResource {

    private final CallService service;
    private final Who who;

    CallResource(CallService service, Who who) {
        this.service = service;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DESK)
    public Response record(@PathParam("campaign") UUID campaign, @NotNull @Valid CallRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(service.record(campaign, request, who.name()))
                .build();
    }

    /** In the order of recording; of one recipient, if one is named. */
    @GET
    @RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER})
    public Page<CallView> list(
            @PathParam("campaign") UUID campaign,
            @QueryParam("recipient") @Nullable UUID recipient,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(campaign, recipient, after, limit);
    }
}
