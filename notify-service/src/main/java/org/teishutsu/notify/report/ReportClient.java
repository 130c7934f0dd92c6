package org.teishutsu.notify.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.teishutsu.common.leak.LeakItem;

/** What notify-service asks of report-service. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
interface ReportClient {

    @GET
    @Path("leak-items")
    List<LeakItem> leakItems();

    @GET
    @Path("incidents/{code}")
    IncidentFacts incident(@PathParam("code") String code);

    @GET
    @Path("firm")
    FirmFacts firm();
}
