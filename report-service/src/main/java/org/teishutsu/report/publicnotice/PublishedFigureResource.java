package org.teishutsu.report.publicnotice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** The figures the firm has published of an incident. */
@Path("/incidents/{code}/published-figures")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR, Roles.SERVICE})
public class PublishedFigureResource {
    private final PublishedFigureService figures;
    private final Who who;

    PublishedFigureResource(PublishedFigureService figures, Who who) {
        this.figures = figures;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(String code, @NotNull @Valid NewPublishedFigure figure) {
        return Created.at("/incidents/" + code + "/published-figures", figures.record(code, figure, who.name()));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    public PublishedFigureView approve(String code, UUID id) {
        return figures.approve(code, id, who.name());
    }

    /** Figures that do not agree with what was said before, without a word why. */
    @GET
    @Path("contradictions")
    public List<Contradiction> contradictions(String code) {
        return figures.contradictions(code);
    }

    @GET
    public Page<PublishedFigureView> all(String code, @BeanParam @Valid Listing listing) {
        return listing.of(figures.of(code), PublishedFigureView::id);
    }
}
