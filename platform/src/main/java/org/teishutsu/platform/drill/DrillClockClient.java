package org.teishutsu.platform.drill;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The other service's clock. */
@Path("/drill/clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface DrillClockClient {

    @GET
    DrillClock get();

    @PUT
    DrillClock set(DrillClock clock);
}
