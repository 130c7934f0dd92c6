package org.teishutsu.notify.closing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Closing recipients, one by one and by list; each by two people. */
@Path("/closings")
public class ClosingResource {

    private final ClosingService service;
    private final Who who;

    ClosingResource(ClosingService service, Who who) {
        this.service = service;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response propose(@NotNull @Valid ClosingRequest request) {
        ClosingView proposed = service.propose(request, who.name());
        return Response.created(URI.create("/closings/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    /** In the order in which they were proposed. */
    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public Page<ClosingView> list(
            @QueryParam("state") @Nullable ClosingState state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(state, after, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public ClosingView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    /** Whom it is of, masked. */
    @GET
    @Path("{id}/recipients")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public Page<ClosingView.Member> members(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.members(id, after, limit);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    public ClosingView release(@PathParam("id") UUID id, @NotNull @Valid Release body) {
        return service.release(id, body.digest(), who.name());
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public ClosingView giveBack(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return service.giveBack(id, body.reason(), who.name());
    }

    /** For this one it does not count any more: he is to be told. */
    @POST
    @Path("{id}/recipients/{recipient}/lift")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public ClosingView lift(
            @PathParam("id") UUID id, @PathParam("recipient") UUID recipient, @NotNull @Valid Reason body) {
        return service.lift(id, recipient, body.reason(), who.name());
    }

    /** @param digest of what was looked at */
    record Release(@NotBlank String digest) {}

    /** @param reason readable by the auditor, so it names nobody */
    record Reason(@NotBlank @Size(max = 1000) String reason) {}
}
