package org.teishutsu.report.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** The bureau's orders. */
@Path("/orders")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class OrderResource {
    private final OrderService orders;
    private final Who who;

    OrderResource(OrderService orders, Who who) {
        this.orders = orders;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(@NotNull @Valid NewOrder order) {
        OrderView recorded = orders.record(order, who.name());
        return Created.at("/orders/" + recorded.id(), recorded);
    }

    @GET
    public Page<OrderView> all(@BeanParam @Valid Listing listing) {
        return listing.of(orders.all(), OrderView::id);
    }

    @GET
    @Path("{id}")
    public OrderView get(UUID id) {
        return orders.get(id);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.OFFICER)
    public OrderView release(UUID id, @NotNull @Valid NewRelease release) {
        return orders.release(id, release, who.name());
    }
}
