package org.teishutsu.notify.campaign;

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

/** Messages that the desk asks to be sent once more. */
@Path("/campaigns/{campaign}/resends")
public class ResendResource {

    private final ResendService service;
    private final Who who;

    ResendResource(ResendService service, Who who) {
        this.service = service;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.DESK, Roles.OFFICER})
    public Response resend(@PathParam("campaign") UUID campaign, @NotNull @Valid ResendRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(service.resend(campaign, request, who.name()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER, Roles.AUDITOR})
    public Page<ResendView> list(
            @PathParam("campaign") UUID campaign,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(campaign, after, limit);
    }
}
