package org.teishutsu.report.measure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** The plan of an order as the spreadsheet in which such plans live. */
@Path("/orders/{id}/measures.xlsx")
public class SheetResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SheetImport sheets;
    private final Who who;

    SheetResource(SheetImport sheets, Who who) {
        this.sheets = sheets;
        this.who = who;
    }

    @GET
    @Produces(XLSX)
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Response export(UUID id) {
        return Response.ok(sheets.export(id), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"measures.xlsx\"")
                .build();
    }

    /** With {@code dryRun} it only says what it would do. */
    @POST
    @Consumes(XLSX)
    @RolesAllowed(Roles.OFFICER)
    public Response take(UUID id, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, InputStream body) {
        byte[] workbook = read(body);
        return dryRun
                ? Response.ok(sheets.tryOut(id, workbook, who.name())).build()
                : sheets.take(id, workbook, who.name());
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] workbook = body.readNBytes(SheetReader.LARGEST + 1);
            if (workbook.length > SheetReader.LARGEST) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE, "A plan may have " + SheetReader.LARGEST + " bytes at most");
            }
            return workbook;
        } catch (IOException e) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The upload was cut short: send the file again");
        }
    }
}
