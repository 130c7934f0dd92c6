package org.teishutsu.notify.vault;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.teishutsu.platform.security.Roles;

/** The keys of personal data, for whoever runs the service. */
@Path("/vault")
@Produces(MediaType.APPLICATION_JSON)
public class VaultResource {

    private final Rotation rotation;
    private final VaultInsight insight;

    VaultResource(Rotation rotation, VaultInsight insight) {
        this.rotation = rotation;
        this.insight = insight;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.SERVICE, Roles.AUDITOR})
    public VaultView view() {
        return insight.view();
    }

    /** Begins a rotation of both keys, or goes on with the one under way. */
    @POST
    @Path("rotation")
    @RolesAllowed(Roles.SERVICE)
    public Response rotate() {
        rotation.begin();
        return Response.accepted(insight.view()).build();
    }
}
