package org.teishutsu.report.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.platform.Listing;
import org.teishutsu.report.platform.SingleLine;

/** Evidence: the body of an upload is the file itself. */
@Path("/evidence")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class EvidenceResource {
    private final EvidenceService evidence;
    private final EvidenceFiling filing;
    private final EvidenceFolder folder;
    private final Who who;

    EvidenceResource(EvidenceService evidence, EvidenceFiling filing, EvidenceFolder folder, Who who) {
        this.evidence = evidence;
        this.filing = filing;
        this.folder = folder;
        this.who = who;
    }

    /** What is said of a file beside it: its name, type and announced size. */
    public static final class Announced {
        @QueryParam("name")
        @Nullable String name;

        @HeaderParam(HttpHeaders.CONTENT_TYPE)
        @Nullable String type;

        @HeaderParam(HttpHeaders.CONTENT_LENGTH)
        @Nullable Long length;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OFFICER)
    public Response record(
            @NotNull @QueryParam("about") Subject.Kind about,
            @NotNull @QueryParam("id") UUID id,
            @QueryParam("clause") @Nullable Integer clause,
            @QueryParam("stage") @Nullable Stage stage,
            @NotBlank @SingleLine @Size(max = 300) @QueryParam("title") String title,
            @BeanParam Announced announced,
            InputStream body) {
        NewEvidence entered = new NewEvidence(new Subject(about, id, clause, stage), title);
        return receive(announced, body, file -> filing.record(entered, file, who.name()));
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OFFICER)
    public Response addVersion(UUID id, @BeanParam Announced announced, InputStream body) {
        evidence.get(id);
        return receive(announced, body, file -> filing.addVersion(id, file, who.name()));
    }

    @GET
    public Page<EvidenceView> of(@NotNull @QueryParam("order") UUID order, @BeanParam @Valid Listing listing) {
        return listing.of(evidence.of(order), EvidenceView::id);
    }

    @GET
    @Path("{id}")
    public EvidenceView get(UUID id) {
        return evidence.get(id);
    }

    /** The bytes as they came in, with the hash they had then. */
    @GET
    @Path("{id}/versions/{number}/file")
    public Response file(UUID id, int number, @Context Request request) {
        return Download.of(evidence.file(id, number), request);
    }

    private Response receive(Announced announced, InputStream body, Function<ReceivedFile, Response> keep) {
        FileName name = FileName.of(announced.name);
        folder.requireFits(announced.length == null ? 0 : announced.length);
        ReceivedFile file = folder.receive(body, name, announced.type);
        try {
            return keep.apply(file);
        } finally {
            folder.discard(file.incoming());
        }
    }
}
