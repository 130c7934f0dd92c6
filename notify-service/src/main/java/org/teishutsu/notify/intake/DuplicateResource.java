package org.teishutsu.notify.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.platform.security.Roles;

/** What stands in a list more than once. */
@Path("/")
public class DuplicateResource {

    private final DuplicateService service;
    private final Duplicates duplicates;

    DuplicateResource(DuplicateService service, Duplicates duplicates) {
        this.service = service;
        this.duplicates = duplicates;
    }

    /** Of the rows that are there: all until the list is applied, then those that wait. How many customer numbers, e-mails and addresses stand in more than one row, and in how many. */
    @GET
    @Path("imports/{id}/duplicates")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Map<Duplicates.By, Duplicates.Count> count(@PathParam("id") UUID id) {
        return service.count(id);
    }

    /** The rows themselves, those that are alike together. */
    @GET
    @Path("imports/{id}/duplicates.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Response rows(@PathParam("id") UUID id) {
        service.requireRows(id);
        StreamingOutput content = out -> duplicates.write(id, out);
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"duplicates-" + id + ".csv\"")
                .build();
    }
}
