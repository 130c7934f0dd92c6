package org.teishutsu.platform.drill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.SuiteConfig;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** The clock of a drill; outside a drill there is nothing at this address. */
@Path("/drill/clock")
public class DrillResource {

    private final Drill drill;
    private final DrillClocks clocks;
    private final Clock clock;
    private final SuiteConfig config;
    private final Who who;

    DrillResource(Drill drill, DrillClocks clocks, Clock clock, SuiteConfig config, Who who) {
        this.drill = drill;
        this.clocks = clocks;
        this.clock = clock;
        this.config = config;
        this.who = who;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR, Roles.SERVICE})
    public DrillClock get() {
        requireDrill();
        return new DrillClock(clock.instant());
    }

    /** Sets the clock forward. People set the authority's; the other service's clock is set by the authority alone. */
    @PUT
    @RolesAllowed({Roles.OFFICER, Roles.SERVICE})
    public DrillClock set(@NotNull @Valid DrillClock wanted) {
        requireDrill();
        String setter = config.clockAuthority() ? Roles.OFFICER : Roles.SERVICE;
        if (!who.has(setter)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    config.clockAuthority()
                            ? "The clock is set by an officer"
                            : "This clock follows report-service's: set that one");
        }
        return new DrillClock(clocks.setForward(wanted.instant()));
    }

    private void requireDrill() {
        if (!drill.active()) {
            throw new NotFoundException();
        }
    }
}
