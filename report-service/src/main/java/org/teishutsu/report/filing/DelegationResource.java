package org.teishutsu.report.filing;

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
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** Who acts in the place of an approver or the representative (職務代行). */
@Path("/delegations")
public class DelegationResource {
    private final Delegations delegations;

    DelegationResource(Delegations delegations) {
        this.delegations = delegations;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<Delegation.View> all(@BeanParam @Valid Listing listing) {
        return listing.of(delegations.all(), Delegation.View::id);
    }

    @POST
    @RolesAllowed({Roles.APPROVER, Roles.REPRESENTATIVE})
    @Idempotent
    public Response delegate(@NotNull @Valid NewDelegation entered) {
        Delegation.View view = delegations.delegate(entered);
        return Created.at("/delegations/" + view.id(), view);
    }

    @POST
    @Path("{id}/end")
    @RolesAllowed({Roles.APPROVER, Roles.REPRESENTATIVE})
    public Delegation.View end(UUID id) {
        return delegations.end(id);
    }
}
