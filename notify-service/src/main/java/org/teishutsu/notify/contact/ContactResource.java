package org.teishutsu.notify.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Changes of contact data, each by two people. */
@Path("/contact-changes")
@RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER})
public class ContactResource {

    private final ContactService service;
    private final Who who;

    ContactResource(ContactService service, Who who) {
        this.service = service;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.DESK, Roles.OFFICER})
    public Response propose(@NotNull @Valid ChangeRequest request) {
        ChangeView proposed = service.propose(request, who.name());
        return Response.created(URI.create("/contact-changes/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    /** In the order in which they were proposed. */
    @GET
    public Page<ChangeView> list(
            @QueryParam("state") @Nullable ChangeState state,
            @QueryParam("recipient") @Nullable UUID recipient,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(state, recipient, after, limit);
    }

    /** Who changed what kind of thing, why and when; nobody is named. */
    @GET
    @Path("log")
    @RolesAllowed({Roles.AUDITOR, Roles.APPROVER})
    public Page<ChangeView.Logged> log(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.log(after, limit);
    }

    /** What later lists tell otherwise than the ledger has it, and nobody has settled yet. */
    @GET
    @Path("told")
    @RolesAllowed({Roles.DESK, Roles.OFFICER})
    public Page<ToldContact> told(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.told(after, limit);
    }

    /** Proposes it. */
    @POST
    @Idempotent
    @Path("told/{recipient}")
    @RolesAllowed({Roles.DESK, Roles.OFFICER})
    public Response proposeTold(@PathParam("recipient") UUID recipient, @NotNull @Valid Told body) {
        ChangeView proposed = service.proposeTold(recipient, body.fields(), body.ground(), who.name());
        return Response.created(URI.create("/contact-changes/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    /** Puts it aside: the ledger is right. */
    @DELETE
    @Path("told/{recipient}")
    @RolesAllowed({Roles.DESK, Roles.OFFICER})
    public Response forgetTold(@PathParam("recipient") UUID recipient) {
        service.forgetTold(recipient);
        return Response.noContent().build();
    }

    @GET
    @Path("{id}")
    public ChangeView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    public ChangeView release(@PathParam("id") UUID id, @NotNull @Valid Release body) {
        return service.release(id, body.digest(), who.name());
    }

    @POST
    @Path("{id}/return")
    public ChangeView giveBack(@PathParam("id") UUID id, @NotNull @Valid Reason body) {
        return service.giveBack(id, body.reason(), who.name());
    }

    /**
     * What to take over from a list.
     *
     * @param fields all in which it differs, if none is named
     */
    record Told(
            @Nullable Set<@NotNull ContactField> fields,
            @NotBlank @Size(max = 1000) String ground) {}

    /** @param digest of what was looked at */
    record Release(@NotBlank String digest) {}

    /** @param reason readable by the auditor, so it names nobody */
    record Reason(@NotBlank @Size(max = 1000) String reason) {}
}
