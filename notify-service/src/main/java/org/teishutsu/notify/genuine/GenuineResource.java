package org.teishutsu.notify.genuine;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.inquiry.InquiryNumber;
import org.teishutsu.platform.drill.Drill;

/**
 * Whether a message is genuine. Open to everybody, so it tells neither a name nor whether a number exists under which
 * nothing was sent.
 */
@Path("/genuine")
public class GenuineResource {

    private static final String HTML = MediaType.TEXT_HTML + "; charset=UTF-8";

    private final GenuineMessages messages;
    private final Drill drill;

    GenuineResource(GenuineMessages messages, Drill drill) {
        this.messages = messages;
        this.drill = drill;
    }

    @GET
    @PermitAll
    @Path("{inquiryNumber}")
    @Produces(HTML)
    @Transactional
    public Response page(@PathParam("inquiryNumber") String inquiryNumber) {
        List<GenuineMessage> sent = sent(inquiryNumber);
        String page = sent.isEmpty() ? GenuinePage.unknown(drill.active()) : GenuinePage.of(sent, drill.active());
        return Response.status(sent.isEmpty() ? Response.Status.NOT_FOUND : Response.Status.OK)
                .entity(page)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    @GET
    @PermitAll
    @Path("{inquiryNumber}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Genuine json(@PathParam("inquiryNumber") String inquiryNumber) {
        List<GenuineMessage> sent = sent(inquiryNumber);
        if (sent.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "Nothing was sent under this inquiry number");
        }
        return new Genuine(sent, true);
    }

    private List<GenuineMessage> sent(String typed) {
        List<GenuineMessage> found =
                InquiryNumber.parse(typed).map(messages::under).orElse(List.of());
        return drill.active() ? found.stream().map(GenuineMessage::marked).toList() : found;
    }

    /**
     * What was sent under a number.
     *
     * @param neverAsksForCredentials the firm never asks for IDs or passwords behind a link
     */
    record Genuine(List<GenuineMessage> messages, boolean neverAsksForCredentials) {}
}
