package org.teishutsu.report.publicnotice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** The firm's notices. */
@Path("/public-notices")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
public class PublicNoticeResource {
    private final PublicNoticeService notices;
    private final Drill drill;
    private final Who who;

    PublicNoticeResource(PublicNoticeService notices, Drill drill, Who who) {
        this.drill = drill;
        this.notices = notices;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(@NotNull @Valid NewPublicNotice notice) {
        return Created.at("/public-notices", notices.record(notice, who.name()));
    }

    /** What was said and what became of it, the latest first. */
    @GET
    @Path("change-log")
    public ChangeLog changeLog() {
        return notices.changeLog();
    }

    /** The same as a page to hand to the public site. */
    @GET
    @Path("change-log.html")
    @Produces("text/html;charset=UTF-8")
    public String changeLogPage() {
        return ChangeLogPage.of(notices.changeLog(), drill.mark());
    }

    @GET
    public Page<PublicNoticeView> all(@BeanParam @Valid Listing listing) {
        return listing.of(notices.all(), PublicNoticeView::id);
    }
}
