package org.teishutsu.report.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.report.order.OrderView;

/** Everything about an order in one file (一件記録). */
@Path("/orders/{id}/case-file.zip")
public class CaseFileResource {
    private final CaseFile file;

    CaseFileResource(CaseFile file) {
        this.file = file;
    }

    @GET
    @Produces("application/zip")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Response caseFile(UUID id) {
        OrderView order = file.order(id);
        StreamingOutput body = out -> file.write(order, out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"case-file.zip\"")
                .build();
    }
}
