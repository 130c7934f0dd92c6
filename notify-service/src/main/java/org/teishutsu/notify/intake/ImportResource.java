package org.teishutsu.notify.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Lists of exposures: sent by an officer, applied by an approver. */
@Path("/")
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportService service;
    private final ReturnedRows returned;
    private final Rejections rejections;
    private final Previews previews;
    private final UploadKeys keys;
    private final Who who;

    ImportResource(
            ImportService service,
            ReturnedRows returned,
            Rejections rejections,
            Previews previews,
            UploadKeys keys,
            Who who) {
        this.service = service;
        this.returned = returned;
        this.rejections = rejections;
        this.previews = previews;
        this.keys = keys;
        this.who = who;
    }

    /**
     * Takes in a list; the body is the file itself.
     *
     * @param mode ADD (the default), REPLACE or WITHDRAW
     * @param reason why what was said before is not the whole truth; only the first list of an incident needs none
     */
    @POST
    @Path("incidents/{code}/imports")
    @Consumes({CSV, "text/tab-separated-values", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.OFFICER)
    public Response receive(
            @PathParam("code") String incident,
            @QueryParam("name") @Nullable String name,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("mapping") @Nullable String mapping,
            InputStream body) {
        UploadKey key = keys.ofCall();
        Purpose purpose = new Purpose(ImportMode.of(mode), reason);
        return key.earlierAnswer(body)
                .orElseGet(() -> UploadKey.created(service.receive(
                        incident, FileName.of(name), purpose, ColumnMapping.of(mapping), key, body, who.name())));
    }

    @GET
    @Path("imports")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<ImportView> list(
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(incident, after, limit);
    }

    @GET
    @Path("imports/{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public ImportView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    /** The first rows as they were understood. */
    @GET
    @Path("imports/{id}/preview")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Preview preview(
            @PathParam("id") UUID id, @QueryParam("rows") @DefaultValue("20") @Min(1) @Max(100) int rows) {
        service.get(id);
        return previews.of(id, rows);
    }

    /** The rejected rows with their reasons, in the format they came in; some months after its application 404. */
    @GET
    @Path("imports/{id}/rejections.csv")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Response rejections(@PathParam("id") UUID id) {
        service.requireRejections(id);
        Rejections.Format format = rejections.format(id);
        return file(
                "rejections-" + id + format.extension(), format.mediaType(), out -> rejections.write(id, format, out));
    }

    /** The rows that wait because it is not clear who is meant. */
    @GET
    @Path("imports/{id}/waiting.csv")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Response waiting(@PathParam("id") UUID id) {
        service.get(id);
        return file("waiting-" + id + ".csv", CSV + ";charset=UTF-8", out -> returned.writeWaiting(id, out));
    }

    @POST
    @Path("imports/{id}/application")
    @RolesAllowed(Roles.APPROVER)
    public ImportView apply(@PathParam("id") UUID id, @NotNull @Valid ApplicationBody body) {
        return service.apply(id, body.digest(), who.name());
    }

    @POST
    @Path("imports/{id}/discard")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public ImportView discard(@PathParam("id") UUID id, @NotNull @Valid DiscardBody body) {
        return service.discard(id, body.reason(), who.name());
    }

    private static Response file(String name, String mediaType, StreamingOutput content) {
        return Response.ok(content)
                .type(mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
