package org.teishutsu.report.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Listing;

/** The daily run: its record, and the same method by hand for any day that has come. */
@Path("/filing-runs")
public class FilingRunResource {
    private final FilingRun run;
    private final FilingRuns runs;
    private final Who who;

    FilingRunResource(FilingRun run, FilingRuns runs, Who who) {
        this.run = run;
        this.runs = runs;
        this.who = who;
    }

    /** For which day. */
    record Day(@NotNull LocalDate date) {}

    /** What each run looked at, made, and what waited and why; the last one first. */
    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<FilingRunRecord.View> all(@BeanParam @Valid Listing listing) {
        return listing.page((after, limit) -> runs.after(after, limit + 1), FilingRunRecord.View::id);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public FilingRun.Result run(@NotNull @Valid Day day) {
        return run.run(day.date(), who.name());
    }
}
