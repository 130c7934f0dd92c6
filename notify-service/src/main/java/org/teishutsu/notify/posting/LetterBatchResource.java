package org.teishutsu.notify.posting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Batches of letters: printed, fetched, posted. */
@Path("/letter-batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LetterBatchResource {
    private final LetterPrinting printing;
    private final LetterBatchService batches;
    private final Who who;

    LetterBatchResource(LetterPrinting printing, LetterBatchService batches, Who who) {
        this.printing = printing;
        this.batches = batches;
        this.who = who;
    }

    /** Prints the next letters; 200 without a batch if there are none. */
    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response print(@NotNull @Valid BatchRequest request) {
        MadeBatch made = printing.print(request, who.name());
        return made.batch() == null
                ? Response.ok(made).build()
                : Response.created(URI.create("/letter-batches/" + made.batch()))
                        .entity(made)
                        .build();
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<LetterBatchView> list(
            @QueryParam("campaign") UUID campaign,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(batches.after(after, campaign, limit + 1), limit, LetterBatchView::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public LetterBatchView get(@PathParam("id") UUID id) {
        return batches.get(id);
    }

    @GET
    @Path("{id}/document.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Roles.OFFICER)
    public Response document(@PathParam("id") UUID id) {
        return file(id, LetterFolder.Kind.PDF);
    }

    @GET
    @Path("{id}/manifest.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed(Roles.OFFICER)
    public Response manifest(@PathParam("id") UUID id) {
        return file(id, LetterFolder.Kind.CSV);
    }

    @POST
    @Path("{id}/posted")
    @RolesAllowed(Roles.OFFICER)
    public LetterBatchView posted(@PathParam("id") UUID id, @NotNull @Valid Posting posting) {
        return batches.posted(id, posting.on(), who.name());
    }

    /** Once it is posted; what was recorded stays. */
    @DELETE
    @Path("{id}/files")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OFFICER)
    public void deleteFiles(@PathParam("id") UUID id) {
        batches.deleteFiles(id);
    }

    private Response file(UUID id, LetterFolder.Kind kind) {
        return Response.ok(batches.file(id, kind).toFile())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kind.name(id) + "\"")
                .build();
    }

    /**
     * That a batch was taken to the post.
     *
     * @param on the day; today if nothing is said
     */
    record Posting(@Nullable LocalDate on) {}
}
