package org.teishutsu.notify.exposure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Combination;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.time.Facts;

/** Counts of what leaked. */
@Path("/exposures")
public class ExposureResource {

    private final Exposures exposures;
    private final Facts facts;

    ExposureResource(Exposures exposures, Facts facts) {
        this.exposures = exposures;
        this.facts = facts;
    }

    /** The combination table of an incident; as of now if no instant is named. */
    @GET
    @Path("{incident}/combinations")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR, Roles.SERVICE})
    public CombinationTable combinations(
            @PathParam("incident") String incident, @QueryParam("asOf") @Nullable String asOf) {
        Instant instant = asOf == null ? facts.settledNow() : AsOf.parse(asOf);
        List<Combination> combinations = facts.asOf(instant, () -> exposures.combinations(List.of(incident), instant))
                .getOrDefault(incident, List.of());
        long sum = combinations.stream().mapToLong(Combination::exposures).sum();
        return new CombinationTable(incident, instant, sum, combinations);
    }
}
