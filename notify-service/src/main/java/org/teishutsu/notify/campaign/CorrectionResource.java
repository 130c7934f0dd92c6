package org.teishutsu.notify.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Corrections of what a campaign said: by which wording, and for whom. */
@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    private final CorrectionService corrections;
    private final CorrectionsDue due;
    private final NotToldList file;
    private final Who who;

    CorrectionResource(CorrectionService corrections, CorrectionsDue due, NotToldList file, Who who) {
        this.corrections = corrections;
        this.due = due;
        this.file = file;
        this.who = who;
    }

    @POST
    @Path("{id}/correction-wordings")
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid CorrectionWordingRequest request) {
        CorrectionWordingView proposed = corrections.propose(id, request, who.name());
        return Response.created(URI.create("/campaigns/" + id + "/correction-wordings/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    /** A handful, in the order in which they were proposed. */
    @GET
    @Path("{id}/correction-wordings")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public List<CorrectionWordingView> wordings(@PathParam("id") UUID id) {
        return corrections.wordings(id);
    }

    /** What one of those who wait for a correction would read; the first, if nobody is named. */
    @GET
    @Path("{id}/correction-wordings/{wording}/preview")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Preview preview(
            @PathParam("id") UUID id,
            @PathParam("wording") UUID wording,
            @QueryParam("recipient") @Nullable UUID recipient) {
        return corrections.preview(id, wording, recipient);
    }

    @POST
    @Path("{id}/correction-wordings/{wording}/approval")
    @RolesAllowed(Roles.APPROVER)
    public CorrectionWordingView approve(
            @PathParam("id") UUID id, @PathParam("wording") UUID wording, @NotNull @Valid Approval approval) {
        return corrections.approve(id, wording, approval.digest(), who.name());
    }

    /** How many were told something that is not so and have not been corrected yet, by reason. */
    @GET
    @Path("{id}/corrections")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public SortedMap<NotToldReason, Long> due(@PathParam("id") UUID id) {
        return corrections.due(id);
    }

    /** Who they are, masked, each with the next step. */
    @GET
    @Path("{id}/corrections/recipients")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public Page<NotToldView> dueRecipients(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Nullable NotToldReason reason,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return corrections.due(id, reason, after, limit);
    }

    /** All of them, or those of one reason, by name. */
    @GET
    @Path("{id}/corrections.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public Response dueList(@PathParam("id") UUID id, @QueryParam("reason") @Nullable NotToldReason reason) {
        corrections.wordings(id);
        StreamingOutput list = out -> file.write(due.list(), id, reason, out);
        return Response.ok(list)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"corrections.csv\"")
                .build();
    }

    record Approval(@NotBlank String digest) {}
}
