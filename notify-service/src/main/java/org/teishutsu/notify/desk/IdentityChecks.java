package org.teishutsu.notify.desk;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** For whatever is done at a caller's word: whether he has shown who he is. Joins the caller's transaction. */
@Singleton
public class IdentityChecks {

    private static final String PASSED = """
            select c.recipient_id, c.recorded_at, coalesce(m.survivor_id, c.recipient_id)
            from identity_check c
            left join recipient_merge m on m.recipient_id = c.recipient_id and m.recorded_at <= c.recorded_at
            where c.id = :check and c.passed and c.recorded_by = :by and c.recorded_at >= :since
              and coalesce(m.survivor_id, c.recipient_id) in (:recipient,
                  (select survivor_id from recipient_merge where recipient_id = :recipient))
            """;

    private final Session database;

    IdentityChecks(Session database) {
        this.database = database;
    }

    /**
     * What a caller was told who had shown who he is: the exposures of this party as they were at this instant.
     *
     * @param party whom the check was of, merged or not, at its instant
     */
    public record Shown(UUID party, Instant at) {}

    /**
     * A check that this user has recorded within the call.
     *
     * @throws ProblemException NOT_READY if there is none, or it is of somebody else
     */
    public Shown require(UUID check, UUID recipient, String by, Instant now) {
        return database.createNativeQuery(PASSED, Tuple.class)
                .setParameter("check", check)
                .setParameter("recipient", recipient)
                .setParameter("by", by)
                .setParameter("since", now.minus(LookupService.CALL))
                .uniqueResultOptional()
                .map(row -> new Shown(row.get(2, UUID.class), row.get(1, Instant.class)))
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_READY, "The caller has not shown in this call who he is"));
    }
}
