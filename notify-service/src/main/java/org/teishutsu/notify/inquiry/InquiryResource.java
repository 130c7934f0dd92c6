package org.teishutsu.notify.inquiry;

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
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** The log of inquiries, kept by the desk. */
@Path("/inquiries")
@RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class InquiryResource {

    private final InquiryService service;
    private final Who who;

    InquiryResource(InquiryService service, Who who) {
        this.service = service;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DESK)
    public Response log(@NotNull @Valid NewInquiry told) {
        InquiryView logged = service.log(told, who.name());
        return Response.created(URI.create("/inquiries/" + logged.id()))
                .entity(logged)
                .build();
    }

    @GET
    @Path("{id}")
    public InquiryView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    /** What was asked and answered on a matter, from its first entry on. */
    @GET
    @Path("{id}/log")
    @RolesAllowed({Roles.DESK, Roles.OFFICER, Roles.APPROVER})
    public Page<InquiryView.Entry> matter(
            @PathParam("id") UUID first,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.matter(first, after, limit);
    }

    /** In the order of recording. */
    @GET
    public Page<InquiryView> list(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(after, limit);
    }
}
