package org.teishutsu.notify.recall;

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

/** "Not affected as far as the inquiry of this day shows", and whom that has to be taken back from. */
@Path("/")
public class RecallResource {

    private final RecallService service;
    private final Who who;

    RecallResource(RecallService service, Who who) {
        this.service = service;
        this.who = who;
    }

    /** Who asks comes in the body, and is kept sealed. */
    @POST
    @Idempotent
    @Path("not-affected")
    @RolesAllowed(Roles.DESK)
    public Response answer(@NotNull @Valid NotAffectedRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(service.answer(request, who.name()))
                .build();
    }

    /** Who was told so when, and by whom; nobody is named. */
    @GET
    @Path("not-affected")
    @RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER, Roles.AUDITOR})
    public Page<NotAffectedView.Logged> log(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.log(after, limit);
    }

    /** Who is to be called back, by name; with {@code all}, also who has been. */
    @GET
    @Path("recalls")
    @RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER})
    public Page<RecallView> list(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(after, all, limit);
    }

    @POST
    @Idempotent
    @Path("recalls/{id}/steps")
    @RolesAllowed(Roles.DESK)
    public Response step(@PathParam("id") UUID id, @NotNull @Valid Step step) {
        service.step(id, step.outcome(), who.name());
        return Response.status(Response.Status.CREATED).entity(step).build();
    }

    /** @param outcome of calling him back */
    record Step(@NotNull RecallOutcome outcome) {}
}
