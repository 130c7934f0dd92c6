package org.teishutsu.notify.posting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** What is recorded of letters by their inquiry numbers: one as JSON, many as CSV. The same again changes nothing. */
@Path("/letters")
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
    private final LetterBatchService letters;
    private final Who who;

    LetterResource(LetterBatchService letters, Who who) {
        this.letters = letters;
        this.who = who;
    }

    @POST
    @Path("postings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    public void posted(@NotNull @Valid LetterWordRequest word) {
        letters.record(word, DeliveryState.POSTED, who.name());
    }

    @POST
    @Path("postings")
    @Consumes("text/csv")
    @RolesAllowed(Roles.OFFICER)
    public Recorded posted(@QueryParam("on") LocalDate on, byte[] file) {
        return letters.record(file, on, DeliveryState.POSTED, who.name());
    }

    @POST
    @Path("returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.DESK})
    public void returned(@NotNull @Valid LetterWordRequest word) {
        letters.record(word, DeliveryState.RETURNED, who.name());
    }

    @POST
    @Path("returns")
    @Consumes("text/csv")
    @RolesAllowed({Roles.OFFICER, Roles.DESK})
    public Recorded returned(@QueryParam("on") LocalDate on, byte[] file) {
        return letters.record(file, on, DeliveryState.RETURNED, who.name());
    }
}
