package org.teishutsu.report.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.teishutsu.platform.security.Roles;

/** The daily run by hand: the same method, for any day that has come. */
@Path("/filing-runs")
public class FilingRunResource {
    private final FilingRun run;

    FilingRunResource(FilingRun run) {
        this.run = run;
    }

    /** For which day. */
    record Day(@NotNull LocalDate date) {}

    @POST
    @RolesAllowed(Roles.OFFICER)
    public FilingRun.Result run(@NotNull @Valid Day day) {
        return run.run(day.date());
    }
}
