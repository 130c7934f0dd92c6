package org.teishutsu.notify.campaign;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.template.WorstCase;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Campaigns: drafted, approved by another, run, watched. */
@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CampaignResource {

    private final CampaignService campaigns;
    private final CampaignInsight insight;
    private final NotTold notTold;
    private final NotToldList notToldList;
    private final ProgressStreams streams;
    private final TestSends testSends;
    private final Who who;

    CampaignResource(
            CampaignService campaigns,
            CampaignInsight insight,
            NotTold notTold,
            NotToldList notToldList,
            ProgressStreams streams,
            TestSends testSends,
            Who who) {
        this.streams = streams;
        this.testSends = testSends;
        this.campaigns = campaigns;
        this.insight = insight;
        this.notTold = notTold;
        this.notToldList = notToldList;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response draft(@NotNull @Valid CampaignRequest request) {
        CampaignView drafted = campaigns.draft(request, who.name());
        return Response.created(URI.create("/campaigns/" + drafted.id()))
                .entity(drafted)
                .build();
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public Page<CampaignView> list(
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(campaigns.after(after, limit), limit, CampaignView::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public CampaignView get(@PathParam("id") UUID id) {
        return campaigns.get(id);
    }

    @GET
    @Path("{id}/preview")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Preview preview(@PathParam("id") UUID id, @QueryParam("recipient") UUID recipient) {
        return insight.preview(id, recipient);
    }

    /** To colleagues only; twice is no harm, so it takes no key. */
    @POST
    @Path("{id}/test-send")
    @RolesAllowed(Roles.OFFICER)
    public List<TestSends.TestSent> testSend(@PathParam("id") UUID id, @NotNull @Valid TestSend test) {
        return testSends.send(id, test.to(), test.recipient());
    }

    /** The letter as it would be printed today; the first who is affected, if nobody is named. */
    @GET
    @Path("{id}/preview.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public byte[] letter(@PathParam("id") UUID id, @QueryParam("recipient") UUID recipient) {
        return insight.letter(id, recipient);
    }

    /** What those read with the longest name, the longest address, the most items, the most incidents. */
    @GET
    @Path("{id}/worst-cases")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public SortedMap<WorstCase, Preview> worstCases(@PathParam("id") UUID id) {
        return insight.worstCases(id);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    public CampaignView approve(@PathParam("id") UUID id, @NotNull @Valid Approval approval) {
        return campaigns.approve(id, approval.digest(), who.name());
    }

    @POST
    @Path("{id}/return")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public CampaignView giveBack(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return campaigns.giveBack(id, reason.reason(), who.name());
    }

    @POST
    @Path("{id}/start")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public CampaignView start(@PathParam("id") UUID id) {
        return campaigns.start(id, who.name());
    }

    @POST
    @Path("{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public CampaignView pause(@PathParam("id") UUID id) {
        return campaigns.pause(id, null, who.name());
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public CampaignView resume(@PathParam("id") UUID id) {
        return campaigns.resume(id, who.name());
    }

    /** Holds within a second in every process, for a campaign that is paused, too. */
    @PUT
    @Path("{id}/rate")
    @RolesAllowed(Roles.OFFICER)
    public CampaignView rate(@PathParam("id") UUID id, @NotNull @Valid Rate rate) {
        return campaigns.rate(id, rate.ratePerSecond(), who.name());
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public CampaignView cancel(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return campaigns.cancel(id, reason.reason(), who.name());
    }

    @GET
    @Path("{id}/progress")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public Progress progress(@PathParam("id") UUID id) {
        return insight.progress(id);
    }

    /** Every second as a server-sent event, until the campaign is over. Whoever takes anything gets JSON. */
    @GET
    @Path("{id}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    @Blocking
    public Multi<Progress> follow(@PathParam("id") UUID id) {
        return streams.of(id);
    }

    /** How many have not been told yet, by reason. */
    @GET
    @Path("{id}/not-told")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public SortedMap<NotToldReason, Long> notTold(@PathParam("id") UUID id) {
        return insight.notTold(id);
    }

    /** Who has not been told yet, masked, each with the next step; in the order in which they came into the ledger. */
    @GET
    @Path("{id}/not-told/recipients")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public Page<NotToldView> notToldRecipients(
            @PathParam("id") UUID id,
            @QueryParam("reason") @Nullable NotToldReason reason,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return insight.notTold(id, reason, after, limit);
    }

    /** All of them, or those of one reason, by name. */
    @GET
    @Path("{id}/not-told.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public Response notToldList(@PathParam("id") UUID id, @QueryParam("reason") @Nullable NotToldReason reason) {
        campaigns.requireExists(id);
        StreamingOutput list = out -> notToldList.write(notTold.list(), id, reason, out);
        return Response.ok(list)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"not-told.csv\"")
                .build();
    }

    record Approval(@NotBlank String digest) {}

    /** Messages a second; null for as fast as the mail server takes them. */
    record Rate(@Nullable @Min(1) @Max(100_000) Integer ratePerSecond) {}

    /** Whose items are told; all there are, if nobody is named. */
    record TestSend(
            @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 320) String> to,
            @Nullable UUID recipient) {

        /** Personal data of colleagues. */
        @Override
        public String toString() {
            return "TestSend[***]";
        }
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}
}
