package org.teishutsu.notify.genuine;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.teishutsu.common.problem.Problem;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.inquiry.InquiryNumber;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/**
 * Whether a message is genuine. Open to everybody, so it tells neither a name nor whether a number exists under which
 * nothing was sent, and lets nobody try numbers by the thousand.
 */
@Path("/genuine")
public class GenuineResource {

    private static final String HTML = MediaType.TEXT_HTML + "; charset=UTF-8";

    private final GenuineMessages messages;
    private final RevocationService revocations;
    private final Callers callers;
    private final HttpServerRequest request;
    private final Drill drill;
    private final Who who;

    GenuineResource(
            GenuineMessages messages,
            RevocationService revocations,
            Callers callers,
            HttpServerRequest request,
            Drill drill,
            Who who) {
        this.messages = messages;
        this.revocations = revocations;
        this.callers = callers;
        this.request = request;
        this.drill = drill;
        this.who = who;
    }

    @GET
    @PermitAll
    @Path("{inquiryNumber}")
    @Produces(HTML)
    @Transactional
    public Response page(@PathParam("inquiryNumber") String inquiryNumber) {
        OptionalLong refusal = callers.refusal(request);
        if (refusal.isPresent()) {
            return page(ProblemType.TOO_MANY_REQUESTS.status(), GenuinePage.tooMany(drill.active()))
                    .header(HttpHeaders.RETRY_AFTER, refusal.getAsLong())
                    .build();
        }
        Optional<InquiryNumber> number = InquiryNumber.parse(inquiryNumber);
        if (number.filter(revocations::isRevoked).isPresent()) {
            return page(Response.Status.NOT_FOUND.getStatusCode(), GenuinePage.revoked(drill.active()))
                    .build();
        }
        List<GenuineMessage> sent = sent(number);
        return sent.isEmpty()
                ? page(Response.Status.NOT_FOUND.getStatusCode(), GenuinePage.unknown(drill.active()))
                        .build()
                : page(Response.Status.OK.getStatusCode(), GenuinePage.of(sent, drill.active()))
                        .build();
    }

    private static Response.ResponseBuilder page(int status, String page) {
        return Response.status(status)
                .entity(page)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    }

    @GET
    @PermitAll
    @Path("{inquiryNumber}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Response json(@PathParam("inquiryNumber") String inquiryNumber) {
        OptionalLong refusal = callers.refusal(request);
        if (refusal.isPresent()) {
            return Response.status(ProblemType.TOO_MANY_REQUESTS.status())
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(ProblemType.TOO_MANY_REQUESTS, null, "/genuine", List.of()))
                    .header(HttpHeaders.RETRY_AFTER, refusal.getAsLong())
                    .build();
        }
        Optional<InquiryNumber> number = InquiryNumber.parse(inquiryNumber);
        if (number.filter(revocations::isRevoked).isPresent()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This inquiry number is not valid any more");
        }
        List<GenuineMessage> sent = sent(number);
        if (sent.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "Nothing was sent under this inquiry number");
        }
        return Response.ok(new Genuine(sent, true)).build();
    }

    /** Takes a number out of use; the recipient gets another one. */
    @POST
    @Idempotent
    @Path("revocations")
    @RolesAllowed(Roles.OFFICER)
    public Response revoke(@NotNull @Valid RevocationRequest revocation) {
        return Response.status(Response.Status.CREATED)
                .entity(revocations.revoke(revocation, who.name()))
                .build();
    }

    private List<GenuineMessage> sent(Optional<InquiryNumber> number) {
        List<GenuineMessage> found = number.map(messages::under).orElse(List.of());
        return drill.active() ? found.stream().map(GenuineMessage::marked).toList() : found;
    }

    /**
     * What was sent under a number.
     *
     * @param neverAsksForCredentials the firm never asks for IDs or passwords behind a link
     */
    record Genuine(List<GenuineMessage> messages, boolean neverAsksForCredentials) {}
}
