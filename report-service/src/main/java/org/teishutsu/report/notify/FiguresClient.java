package org.teishutsu.report.notify;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.teishutsu.common.figures.Figures;

/** The figures of notify-service. */
@Path("/figures")
@Produces(MediaType.APPLICATION_JSON)
interface FiguresClient {

    @GET
    Figures figures(@QueryParam("incident") List<String> incidents, @QueryParam("asOf") Instant asOf);
}
