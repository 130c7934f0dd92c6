package org.teishutsu.report.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** Incidents and their time lines. */
@Path("/incidents")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR, Roles.SERVICE})
public class IncidentResource {
    private final IncidentService incidents;
    private final FindingService findings;
    private final Who who;

    IncidentResource(IncidentService incidents, FindingService findings, Who who) {
        this.incidents = incidents;
        this.findings = findings;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(@NotNull @Valid NewIncident incident) {
        return Created.at("/incidents/" + incident.code(), incidents.record(incident, who.name()));
    }

    @GET
    public Page<IncidentView> all(@BeanParam @Valid Listing listing) {
        return listing.pageByText(incidents::after, IncidentView::code);
    }

    @GET
    @Path("{code}")
    public IncidentView get(String code) {
        return incidents.get(code);
    }

    @POST
    @Idempotent
    @Path("{code}/timeline")
    @RolesAllowed(Roles.OFFICER)
    public Response add(String code, @NotNull @Valid NewTimelineEntry entry) {
        return Created.at("/incidents/" + code + "/timeline", incidents.add(code, entry, who.name()));
    }

    @GET
    @Path("{code}/timeline")
    public Page<TimelineView> timeline(String code, @BeanParam @Valid Listing listing) {
        return listing.page((after, limit) -> incidents.timeline(code, after, limit), TimelineView::id);
    }

    /** Causes, how it was found, investigations by others, items confirmed as not leaked. */
    @POST
    @Idempotent
    @Path("{code}/findings")
    @RolesAllowed(Roles.OFFICER)
    public Response find(String code, @NotNull @Valid NewFinding finding) {
        return Created.at("/incidents/" + code + "/findings", findings.record(code, finding, who.name()));
    }

    @GET
    @Path("{code}/findings")
    public Page<FindingView> findings(String code, @BeanParam @Valid Listing listing) {
        return listing.of(findings.all(code), FindingView::id);
    }
}
