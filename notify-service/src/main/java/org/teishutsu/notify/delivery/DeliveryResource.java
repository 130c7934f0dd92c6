package org.teishutsu.notify.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Deliveries, one by one. */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    private final DeliveryService deliveries;
    private final Who who;

    DeliveryResource(DeliveryService deliveries, Who who) {
        this.deliveries = deliveries;
        this.who = who;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Page<DeliveryView> list(
            @QueryParam("campaign") UUID campaign,
            @QueryParam("state") DeliveryState state,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(deliveries.after(after, campaign, state, limit + 1), limit, DeliveryView::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public DeliveryView get(@PathParam("id") UUID id) {
        return deliveries.get(id);
    }

    @POST
    @Path("{id}/resolution")
    @RolesAllowed(Roles.OFFICER)
    public DeliveryView resolve(@PathParam("id") UUID id, @NotNull @Valid Resolution resolution) {
        return deliveries.resolve(id, resolution, who.name());
    }
}
