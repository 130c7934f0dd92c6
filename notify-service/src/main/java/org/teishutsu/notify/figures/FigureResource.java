package org.teishutsu.notify.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.exposure.AsOf;
import org.teishutsu.platform.security.Roles;

/** Counts as of an instant, for filings. No personal data. */
@Path("/figures")
public class FigureResource {

    private final FigureService service;

    FigureResource(FigureService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.OFFICER, Roles.APPROVER, Roles.AUDITOR, Roles.REPRESENTATIVE})
    public Figures figures(@QueryParam("incident") List<String> incidents, @QueryParam("asOf") @Nullable String asOf) {
        if (incidents.isEmpty()) {
            throw ProblemException.invalid("incident", "is missing: name each incident the figures are to cover");
        }
        return service.figures(incidents, AsOf.parse(asOf));
    }
}
