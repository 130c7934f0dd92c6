package org.teishutsu.report.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** The last reading of all evidence, and one now: after a backup was restored nobody should wait for the night. */
@Path("/evidence-check")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class EvidenceCheckResource {
    private final EvidenceCheck check;
    private final EvidenceChecks checks;
    private final Who who;

    EvidenceCheckResource(EvidenceCheck check, EvidenceChecks checks, Who who) {
        this.check = check;
        this.checks = checks;
        this.who = who;
    }

    @GET
    public CheckView latest() {
        return checks.latest()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_READY, "Nothing has been read yet"));
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public CheckView run() {
        return check.run(who.name());
    }
}
