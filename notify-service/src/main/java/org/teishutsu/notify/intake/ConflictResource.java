package org.teishutsu.notify.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Rows that wait because it is not clear who is meant, and what people decide on them. */
@Path("/imports/{id}/conflicts")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER})
public class ConflictResource {

    private final ConflictService service;
    private final Who who;

    ConflictResource(ConflictService service, Who who) {
        this.service = service;
        this.who = who;
    }

    /** In the order of the list. */
    @GET
    public Page<ConflictView> list(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(id, after, limit);
    }

    /** Decides on one row; answers with the import that carries it out once a second person applies it. */
    @POST
    @Path("{row}/decision")
    @Idempotent
    public Response decide(@PathParam("id") UUID id, @PathParam("row") int row, @NotNull @Valid DecisionBody body) {
        return created(service.decide(id, AskedDecision.of(row, body), who.name()));
    }

    /** Decides on many rows, all or none of them; answers as for one. */
    @POST
    @Path("decisions")
    @Idempotent
    public Response decideAll(@PathParam("id") UUID id, @NotNull @Valid DecisionsBody body) {
        return created(service.decide(id, AskedDecision.of(body), who.name()));
    }

    /** Takes a decision back that is not carried out yet. */
    @DELETE
    @Path("{row}/decision")
    public ImportView takeBack(@PathParam("id") UUID id, @PathParam("row") int row) {
        return service.takeBack(id, row, who.name());
    }

    private static Response created(ImportView carrier) {
        return Response.created(URI.create("/imports/" + carrier.id()))
                .entity(carrier)
                .build();
    }
}
