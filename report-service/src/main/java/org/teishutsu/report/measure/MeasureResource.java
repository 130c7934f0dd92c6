package org.teishutsu.report.measure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** The measures of an order. */
@Path("/measures")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class MeasureResource {
    private final MeasureService measures;
    private final Who who;

    MeasureResource(MeasureService measures, Who who) {
        this.measures = measures;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(@NotNull @Valid NewMeasure measure) {
        MeasureView recorded = measures.record(measure, who.name());
        return Created.at("/measures/" + recorded.id(), recorded);
    }

    @GET
    public Page<MeasureView> of(@NotNull @QueryParam("order") UUID order, @BeanParam @Valid Listing listing) {
        return listing.of(measures.of(order), MeasureView::id);
    }

    @GET
    @Path("{id}")
    public MeasureView get(UUID id) {
        return measures.get(id);
    }

    @POST
    @Idempotent
    @Path("{id}/progress")
    @RolesAllowed(Roles.OFFICER)
    public Response progress(UUID id, @NotNull @Valid NewProgress progress) {
        return Created.at("/measures/" + id, measures.progress(id, progress, who.name()));
    }

    @POST
    @Idempotent
    @Path("{id}/slip")
    @RolesAllowed(Roles.OFFICER)
    public Response slip(UUID id, @NotNull @Valid NewSlip slip) {
        return Created.at("/measures/" + id, measures.slip(id, slip, who.name()));
    }
}
