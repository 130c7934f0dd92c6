package org.teishutsu.notify.template;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** The wordings of messages. */
@Path("/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TemplateResource {

    private final TemplateService templates;
    private final Who who;

    TemplateResource(TemplateService templates, Who who) {
        this.templates = templates;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response save(@NotNull @Valid TemplateRequest text) {
        TemplateView saved = templates.save(text, who.name());
        return Response.created(URI.create("/templates/" + saved.id()))
                .entity(saved)
                .build();
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<TemplateView> list(
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(templates.after(after, limit), limit, TemplateView::id);
    }

    /** The standing text of a channel and purpose, in the form in which a template is handed in. */
    @GET
    @Path("standard")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public TemplateRequest standard(
            @QueryParam("channel") @DefaultValue("EMAIL") TemplateChannel channel,
            @QueryParam("purpose") @DefaultValue("NOTICE") TemplatePurpose purpose) {
        return StandardText.template(channel, purpose);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public TemplateView get(@PathParam("id") UUID id) {
        return templates.get(id);
    }

    /** The text as it comes out in the worst cases, all made up; of a letter also how many pages that is. */
    @GET
    @Path("{id}/worst-cases")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public List<MadeUpCases.Shown> worstCases(@PathParam("id") UUID id) {
        return templates.worstCases(id);
    }

    /** The same as the letters that would be printed. */
    @GET
    @Path("{id}/worst-cases.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public byte[] worstCasesAsLetters(@PathParam("id") UUID id) {
        return templates.worstCasesAsLetters(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    public TemplateView approve(@PathParam("id") UUID id, @NotNull @Valid Approval approval) {
        return templates.approve(id, approval.digest(), who.name());
    }

    record Approval(@NotBlank String digest) {}
}
