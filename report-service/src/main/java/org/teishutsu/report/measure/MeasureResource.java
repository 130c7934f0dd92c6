package org.teishutsu.report.measure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;
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
    private final MeasureList list;
    private final Clock clock;
    private final Who who;

    MeasureResource(MeasureService measures, MeasureList list, Clock clock, Who who) {
        this.measures = measures;
        this.list = list;
        this.clock = clock;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(@NotNull @Valid NewMeasure measure) {
        MeasureView recorded = measures.record(measure.order(), measure.plan(), who.name());
        return Created.at("/measures/" + recorded.id(), recorded);
    }

    /** Those of an order or of all, perhaps only one owner's, perhaps only those with a stage past its date. */
    @GET
    public Page<MeasureItem> list(
            @QueryParam("order") @Nullable UUID order,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @BeanParam @Valid Listing listing) {
        MeasureList.Wanted wanted = new MeasureList.Wanted(order, owner, late);
        return listing.page((after, limit) -> list.after(wanted, after, limit), MeasureItem::id);
    }

    @GET
    @Path("{id}")
    public MeasureToday get(UUID id) {
        return MeasureToday.of(measures.get(id), Jst.date(clock.instant()));
    }

    @GET
    @Path("{id}/revisions")
    public List<MeasureView> revisions(UUID id) {
        return measures.revisions(id);
    }

    /** Plans it anew; 409 with what is new if somebody else did so, or recorded a slip or a done stage, meanwhile. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.OFFICER)
    public MeasureView edit(UUID id, @NotNull @Valid MeasureEdit edit) {
        return measures.edit(id, edit.revision(), edit.plan(measures.extra(id)), who.name());
    }

    @POST
    @Idempotent
    @Path("{id}/progress")
    @RolesAllowed(Roles.OFFICER)
    public Response progress(UUID id, @NotNull @Valid NewProgress progress) {
        return Created.at("/measures/" + id, measures.progress(id, progress, who.name()));
    }

    @GET
    @Path("{id}/progress")
    public Page<ProgressView> progress(UUID id, @BeanParam @Valid Listing listing) {
        return listing.page((after, limit) -> measures.progressOf(id, after, limit + 1), ProgressView::id);
    }

    @POST
    @Idempotent
    @Path("{id}/slip")
    @RolesAllowed(Roles.OFFICER)
    public Response slip(UUID id, @NotNull @Valid NewSlip slip) {
        return Created.at("/measures/" + id, measures.slip(id, slip, who.name()));
    }
}
