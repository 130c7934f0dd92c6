package org.teishutsu.report.restriction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Listing;
import org.teishutsu.report.platform.SingleLine;

/** Who is called when a restriction begins or ends, so that an account-opening system need not ask all the time. */
@Path("/restriction-callbacks")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class CallbackResource {
    private final CallbackService callbacks;
    private final Who who;

    CallbackResource(CallbackService callbacks, Who who) {
        this.callbacks = callbacks;
        this.who = who;
    }

    /** Whom to call about what. */
    record NewCallback(
            @NotNull RestrictionKind kind,
            @NotBlank @SingleLine @Size(max = 2000) String url) {}

    /** The secret is in this answer and nowhere else. */
    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response register(@NotNull @Valid NewCallback callback) {
        return Response.status(Response.Status.CREATED)
                .entity(callbacks.register(callback.kind(), callback.url(), who.name()))
                .build();
    }

    @GET
    public Page<Callback.View> all(@BeanParam @Valid Listing listing) {
        return listing.of(callbacks.all(), Callback.View::id);
    }

    @GET
    @Path("{id}/announcements")
    public List<Announcements.Listed> told(UUID id) {
        return callbacks.told(id);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.OFFICER)
    public Callback.View end(UUID id) {
        return callbacks.end(id, who.name());
    }
}
