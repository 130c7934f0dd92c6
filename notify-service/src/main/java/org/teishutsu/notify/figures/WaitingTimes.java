package org.teishutsu.notify.figures;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.teishutsu.common.figures.NoReturnAfter;
import org.teishutsu.platform.time.Facts;

/** Records the configured waiting times when they change, so that figures for an earlier instant stay what they were. */
@Singleton
class WaitingTimes {

    private static final String LAST = "select email_days, letter_days from waiting_time order by id desc limit 1";

    /** What was in force; before the first record, that one. */
    private static final String IN_FORCE = """
            select email_days, letter_days from waiting_time
            order by recorded_at > :asOf, case when recorded_at <= :asOf then -id else id end
            limit 1
            """;

    private static final String RECORD = """
            insert into waiting_time (email_days, letter_days, recorded_at) values (:email, :letter, :stamp)
            """;

    private final Session database;
    private final Facts facts;
    private final FiguresConfig config;

    WaitingTimes(Session database, Facts facts, FiguresConfig config) {
        this.database = database;
        this.facts = facts;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::recordIfChanged);
    }

    /** Joins the caller's snapshot. */
    NoReturnAfter inForce(Instant asOf) {
        return read(database.createNativeQuery(IN_FORCE, Tuple.class)
                .setParameter("asOf", asOf)
                .getSingleResult());
    }

    private void recordIfChanged() {
        NoReturnAfter configured = new NoReturnAfter(config.noReturnAfterEmailDays(), config.noReturnAfterLetterDays());
        Optional<NoReturnAfter> last = database.createNativeQuery(LAST, Tuple.class)
                .uniqueResultOptional()
                .map(WaitingTimes::read);
        if (last.filter(configured::equals).isEmpty()) {
            database.createNativeMutationQuery(RECORD)
                    .setParameter("email", configured.emailDays())
                    .setParameter("letter", configured.letterDays())
                    .setParameter("stamp", facts.stamp())
                    .executeUpdate();
        }
    }

    private static NoReturnAfter read(Tuple row) {
        return new NoReturnAfter(row.get(0, Integer.class), row.get(1, Integer.class));
    }
}
