package org.teishutsu.report.deadline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.report.platform.Listing;

/** When the reports of an order are due. */
@Path("/orders/{id}/deadlines")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class DeadlineResource {
    private final DeadlineService deadlines;

    DeadlineResource(DeadlineService deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    public Page<DeadlineView> of(UUID id, @BeanParam @Valid Listing listing) {
        return listing.of(deadlines.of(id), DeadlineView::number);
    }

    /** One of them, and why its dates are what they are. */
    @GET
    @Path("{number}")
    public DeadlineExplanation explain(UUID id, int number) {
        return deadlines.explain(id, number);
    }
}
