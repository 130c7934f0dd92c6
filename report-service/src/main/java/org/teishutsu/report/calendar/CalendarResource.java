package org.teishutsu.report.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Listing;
import org.teishutsu.report.platform.SingleLine;

/** Feeds of the deadlines for calendar programs: whoever has the address has the feed, until it is revoked. */
@Path("/")
public class CalendarResource {
    private static final int MAX_AGE_SECONDS = 900;

    private final CalendarService calendars;
    private final Who who;

    CalendarResource(CalendarService calendars, Who who) {
        this.calendars = calendars;
        this.who = who;
    }

    /**
     * What a feed is for.
     *
     * @param order whose deadlines it has; null for those of all
     */
    record NewFeed(
            @NotBlank @SingleLine @Size(max = 200) String name,
            @Nullable UUID order) {}

    /** The path with the token is in this answer and nowhere else. */
    @POST
    @Path("calendar-feeds")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Response give(@NotNull @Valid NewFeed feed) {
        return Response.status(Response.Status.CREATED)
                .entity(calendars.give(feed.name(), feed.order(), who.name()))
                .build();
    }

    @GET
    @Path("calendar-feeds")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<CalendarFeed.View> all(@BeanParam @Valid Listing listing) {
        return listing.of(calendars.all(), CalendarFeed.View::id);
    }

    /** From now on the address gives nothing. */
    @DELETE
    @Path("calendar-feeds/{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE})
    public CalendarFeed.View revoke(UUID id) {
        return calendars.revoke(id, who.name());
    }

    @GET
    @Path("calendar/{token}.ics")
    @PermitAll
    public Response read(String token, @Context Request request) {
        String calendar = calendars.read(token).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(Integer.toHexString(calendar.hashCode()) + "-" + calendar.length());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        CacheControl control = new CacheControl();
        control.setPrivate(true);
        control.setMaxAge(MAX_AGE_SECONDS);
        return (unchanged == null ? Response.ok(calendar, "text/calendar;charset=UTF-8") : unchanged)
                .tag(tag)
                .cacheControl(control)
                .build();
    }
}
