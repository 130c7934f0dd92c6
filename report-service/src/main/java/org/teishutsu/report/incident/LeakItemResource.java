package org.teishutsu.report.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.platform.security.Roles;

/** The catalogue; notify-service and the demo take labels from here. */
@Path("/leak-items")
public class LeakItemResource {
    private final LeakCatalogue catalogue;

    LeakItemResource(LeakCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR, Roles.SERVICE})
    public List<LeakItem> all() {
        return catalogue.all();
    }
}
