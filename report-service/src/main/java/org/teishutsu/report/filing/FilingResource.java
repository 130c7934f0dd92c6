package org.teishutsu.report.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/** The firm's filings. */
@Path("/filings")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class FilingResource {
    private final FilingService filings;
    private final FilingEditing editing;
    private final FilingInspection inspection;
    private final FilingCorrections corrections;
    private final BureauRequests requests;
    private final Who who;

    FilingResource(
            FilingService filings,
            FilingEditing editing,
            FilingInspection inspection,
            FilingCorrections corrections,
            BureauRequests requests,
            Who who) {
        this.filings = filings;
        this.editing = editing;
        this.inspection = inspection;
        this.corrections = corrections;
        this.requests = requests;
        this.who = who;
    }

    /** A section in an officer's words, or a reason; an empty one takes it away. */
    record Words(@NotNull @Prose @Size(max = 20000) String text) {}

    /** What somebody has to say about a section. */
    record Remark(
            @NotBlank @SingleLine @Size(max = 20) String section,
            @NotBlank @Prose @Size(max = 4000) String text) {}

    /** What was looked at. */
    record LookedAt(@NotBlank String digest) {}

    /** What was answered to the bureau. */
    record Answer(
            @NotNull LocalDate answeredOn,
            @NotBlank @Prose @Size(max = 4000) String text) {}

    /** Why a filing goes back. */
    record Reason(@NotBlank @Prose @Size(max = 4000) String reason) {}

    @GET
    public Page<FilingView> all(@QueryParam("order") UUID order, @BeanParam @Valid Listing listing) {
        Page<UUID> page = listing.of(filings.ids(order), id -> id);
        return new Page<>(filings.get(page.items()), page.next());
    }

    @GET
    @Path("{id}")
    public FilingView get(UUID id) {
        return filings.get(id);
    }

    @GET
    @Path("{id}/events")
    public Page<FilingEvent.View> events(UUID id, @BeanParam @Valid Listing listing) {
        return listing.of(filings.events(id), FilingEvent.View::id);
    }

    @POST
    @Path("{id}/refresh")
    @RolesAllowed(Roles.OFFICER)
    public FilingView refresh(UUID id) {
        return filings.refresh(id, who.name());
    }

    /** What the last refresh changed. */
    @GET
    @Path("{id}/changes")
    public Changes changes(UUID id) {
        return editing.changes(id);
    }

    @GET
    @Path("{id}/sections/{number}")
    public SectionView section(UUID id, String number) {
        return editing.section(id, number);
    }

    @PUT
    @Path("{id}/sections/{number}")
    @RolesAllowed(Roles.OFFICER)
    public FilingView edit(UUID id, String number, @NotNull @Valid Words words) {
        return editing.edit(id, number, words.text(), who.name());
    }

    /** Why a number is less than the last report's, or not what was published: {@code key} or {@code published.CODE}. */
    @PUT
    @Path("{id}/explanations/{key}")
    @RolesAllowed(Roles.OFFICER)
    public FilingView explain(UUID id, String key, @NotNull @Valid Words words) {
        return editing.explain(id, key, words.text(), who.name());
    }

    @POST
    @Path("{id}/remarks")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE})
    public FilingView remark(UUID id, @NotNull @Valid Remark remark) {
        return editing.remark(id, remark.section(), remark.text(), who.name());
    }

    @GET
    @Path("{id}/figures")
    public Page<FigureView> figures(UUID id, @BeanParam @Valid Listing listing) {
        return listing.of(inspection.figures(id), FigureView::key);
    }

    @GET
    @Path("{id}/figures/{key}")
    public FigureView figure(UUID id, String key) {
        return inspection.figure(id, key);
    }

    @GET
    @Path("{id}/checks")
    public List<CheckResult> checks(UUID id) {
        return inspection.checks(id);
    }

    @POST
    @Path("{id}/checks/{name}/override")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE}) // or by delegation
    public FilingView override(UUID id, CheckName name, @NotNull @Valid NewOverride override) {
        return filings.override(id, name, override, who.name());
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed(Roles.OFFICER)
    public FilingView submitForReview(UUID id) {
        return filings.submitForReview(id, who.name());
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE}) // or by delegation
    public FilingView approve(UUID id, @NotNull @Valid LookedAt lookedAt) {
        return filings.approve(id, lookedAt.digest(), who.name());
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE}) // or by delegation
    public FilingView release(UUID id, @NotNull @Valid NewRelease release) {
        return filings.release(id, release, who.name());
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE})
    public FilingView giveBack(UUID id, @NotNull @Valid Reason reason) {
        return filings.giveBack(id, reason.reason(), who.name());
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed(Roles.OFFICER)
    public FilingView submit(UUID id, @NotNull @Valid Receipt receipt) {
        return filings.submit(id, receipt, who.name());
    }

    /** A new version of what the bureau has, from DRAFT. */
    @POST
    @Path("{id}/correction")
    @RolesAllowed(Roles.OFFICER)
    @Idempotent
    public Response correct(UUID id, @NotNull @Valid NewCorrection correction) {
        UUID version = corrections.begin(id, correction, who.name());
        return Created.at("/filings/" + version, filings.get(version));
    }

    @GET
    @Path("{id}/requests")
    public Page<BureauRequest.View> requests(UUID id, @BeanParam @Valid Listing listing) {
        return listing.of(requests.of(id), BureauRequest.View::id);
    }

    /** What the bureau asks for after it has the filing. */
    @POST
    @Path("{id}/requests")
    @RolesAllowed(Roles.OFFICER)
    @Idempotent
    public Response request(UUID id, @NotNull @Valid NewRequest request) {
        BureauRequest.View view = requests.record(id, request, who.name());
        return Created.at("/filings/" + id + "/requests/" + view.id(), view);
    }

    @POST
    @Path("{id}/requests/{request}/answer")
    @RolesAllowed(Roles.OFFICER)
    public BureauRequest.View answer(UUID id, UUID request, @NotNull @Valid Answer answer) {
        return requests.answer(id, request, answer.answeredOn(), answer.text(), who.name());
    }

    @GET
    @Path("{id}/document.pdf")
    @Produces("application/pdf")
    public byte[] pdf(UUID id, @QueryParam("rendering") @DefaultValue("SUBMISSION") RenderingName rendering) {
        return inspection.pdf(id, rendering);
    }

    /** The tables of the document, and every figure with its source. */
    @GET
    @Path("{id}/tables.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public byte[] tables(UUID id) {
        return inspection.tables(id);
    }

    /** The words of the document, for pasting; what is handed in is the PDF. */
    @GET
    @Path("{id}/document.docx")
    @Produces("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    public byte[] words(UUID id) {
        return inspection.words(id);
    }

    @GET
    @Path("{id}/document.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] json(UUID id) {
        return inspection.json(id);
    }
}
