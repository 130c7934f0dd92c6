package org.teishutsu.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** The user of the call being answered. */
@RequestScoped
public class Who {

    /** What stands where a person's name would, when the suite itself acted. */
    public static final String SCHEDULER = "scheduler";

    private final SecurityIdentity identity;

    Who(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The user's name; {@code anonymous} for a call without one. */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** Whether the user has a role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /**
     * Four eyes: refuses a release by whoever prepared or last changed the thing.
     *
     * @param preparer null or {@link #SCHEDULER} when nobody did: the suite itself is not a person
     * @throws ProblemException FOUR_EYES
     */
    public static void requireFourEyes(@Nullable String preparer, String releasedBy, String what) {
        if (releasedBy.equals(preparer)) {
            throw new ProblemException(
                    ProblemType.FOUR_EYES, what + " was prepared by " + preparer + " and must be released by another");
        }
    }
}
