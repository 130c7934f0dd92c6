package org.teishutsu.notify.bounce;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** What came back for messages that were sent. */
@Path("/bounces")
@Produces(MediaType.APPLICATION_JSON)
public class BounceResource {

    private final BounceService bounces;
    private final PolicyAlarmInsight alarms;
    private final BounceConfig config;
    private final Who who;

    BounceResource(BounceService bounces, PolicyAlarmInsight alarms, BounceConfig config, Who who) {
        this.bounces = bounces;
        this.alarms = alarms;
        this.config = config;
        this.who = who;
    }

    /** Takes one message in; the body is the message itself. The same one again is answered 200 and changes nothing. */
    @POST
    @Consumes("message/rfc822")
    @RolesAllowed({Roles.OFFICER, Roles.SERVICE})
    public Response receive(@HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length, InputStream body) {
        BounceService.Received received = bounces.receive(read(length, body), Source.CALL, who.name());
        URI location = URI.create("/bounces/" + received.bounce().id());
        Response.ResponseBuilder answer =
                received.known() ? Response.ok().location(location) : Response.created(location);
        return answer.entity(received.bounce()).build();
    }

    private RawMessage read(@Nullable Long length, InputStream body) {
        long limit = config.maxSize().asLongValue();
        byte[] bytes;
        try {
            bytes = length != null && length > limit ? new byte[0] : body.readNBytes(Math.toIntExact(limit) + 1);
        } catch (IOException cut) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The message did not arrive completely");
        }
        if (bytes.length > limit || (length != null && length > limit)) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "A message may have " + limit
                            + " bytes: one that is larger is no notification. Show it to a person");
        }
        if (bytes.length == 0) {
            throw ProblemException.invalid("body", "is empty: send the message as it came, with its header");
        }
        return RawMessage.of(bytes);
    }

    /** In the order in which they came. The desk sees what is for it. */
    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public Page<BounceView> list(
            @QueryParam("state") @Nullable BounceState state,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("delivery") @Nullable UUID delivery,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Bounces.Filter filter = new Bounces.Filter(seesAll() ? state : BounceState.FOR_DESK, kind, delivery);
        return Page.of(bounces.after(after, filter, limit + 1), limit, BounceView::id);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.DESK})
    public BounceView get(@PathParam("id") UUID id) {
        BounceView bounce = bounces.get(id);
        if (!seesAll() && bounce.state() != BounceState.FOR_DESK) {
            throw ProblemException.notFound("bounce", id);
        }
        return bounce;
    }

    private boolean seesAll() {
        return who.has(Roles.OFFICER) || who.has(Roles.APPROVER);
    }

    /** What a person says it is; that it is answered, the desk says. */
    @POST
    @Path("{id}/finding")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DESK})
    public BounceView find(@PathParam("id") UUID id, @NotNull @Valid FindingBody body) {
        if (body.finding() != Finding.ANSWERED && !who.has(Roles.OFFICER)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The desk says of a message only that it is ANSWERED");
        }
        return bounces.find(id, body, who.name());
    }

    /** Domains that refuse many messages by their policy; one of a person's own names him. */
    @GET
    @Path("policy-alarms")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public List<PolicyAlarms.Alarm> policyAlarms() {
        return alarms.current();
    }
}
