package org.teishutsu.report.firm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** The firm that files. */
@Path("/firm")
public class FirmResource {
    private final FirmService firm;
    private final Who who;

    FirmResource(FirmService firm, Who who) {
        this.firm = firm;
        this.who = who;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR, Roles.SERVICE})
    public FirmView get() {
        return firm.get();
    }

    @PUT
    @RolesAllowed(Roles.OFFICER)
    public FirmView record(@NotNull @Valid FirmDetails details) {
        return firm.record(details, who.name());
    }
}
