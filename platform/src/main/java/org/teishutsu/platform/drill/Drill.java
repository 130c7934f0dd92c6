package org.teishutsu.platform.drill;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.SuiteConfig;
import org.teishutsu.platform.time.DomainClock;

/**
 * Whether this is a drill (訓練), and its clock. A database remembers its mode: a drill's refuses a real start and a
 * real one's a drill, so that neither ever holds the other's facts.
 */
@Singleton
public class Drill {

    /** What marks every document and message of a drill. */
    public static final String MARK = "訓練";

    private final SuiteConfig config;
    private final DataSource dataSource;
    private final DomainClock clock;

    Drill(SuiteConfig config, DataSource dataSource, DomainClock clock) {
        this.config = config;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public boolean active() {
        return config.drill();
    }

    /** {@value #MARK} in a drill, else empty. */
    public String mark() {
        return active() ? MARK : "";
    }

    /**
     * Before anything else of the application, the scheduler included: the database's mode, then its clock. A job that
     * ran earlier would take the machine's time for the drill's.
     */
    void start(@Observes @Priority(Integer.MIN_VALUE) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            requireSameMode();
            if (active()) {
                startClock();
            }
        });
        follow();
    }

    /**
     * Takes over what the database says, which another process may have moved. One at a time: what was read before the
     * clock was set must not be taken over after it.
     */
    public synchronized void follow() {
        if (active()) {
            clock.moveAhead(QuarkusTransaction.requiringNew().call(this::storedOffset));
        }
    }

    /**
     * Sets the clock forward; it runs on from there.
     *
     * @throws ProblemException ILLEGAL_TRANSITION for an instant before the drill's present: facts are already stamped
     */
    public void setForward(Instant instant) {
        if (!moved(instant)) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "The drill's clock only goes forward: it is past " + instant + " already");
        }
    }

    /** Sets the clock forward unless it is there already: another process on this database follows the same clock. */
    void catchUp(Instant instant) {
        moved(instant);
    }

    private boolean moved(Instant instant) {
        boolean moved = QuarkusTransaction.requiringNew().call(() -> moveForward(instant));
        follow();
        return moved;
    }

    private void requireSameMode() {
        String wanted = active() ? "DRILL" : "REAL";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into installation (mode) values (?) on conflict do nothing");
                Statement select = connection.createStatement()) {
            insert.setString(1, wanted);
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery("select mode from installation")) {
                row.next();
                String found = row.getString(1);
                if (!found.equals(wanted)) {
                    throw new IllegalStateException("This database is marked " + found + " and refuses a start as "
                            + wanted + ": use a database of its own, or set suite.drill to match");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startClock() {
        Instant now = Clock.systemUTC().instant();
        Duration ahead = Duration.between(now, config.drillClockStart().orElse(now));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into drill_clock (ahead_micros) values (?) on conflict do nothing")) {
            insert.setLong(1, ahead.toNanos() / 1000);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration storedOffset() {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select ahead_micros from drill_clock")) {
            row.next();
            return Duration.ofNanos(Math.multiplyExact(row.getLong(1), 1000L));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Alone in the fact lock, so that no open transaction holds a stamp of the time skipped; false if it is past. */
    private boolean moveForward(Instant instant) {
        try (Connection connection = dataSource.getConnection();
                Statement lock = connection.createStatement();
                PreparedStatement update = connection.prepareStatement("""
                        update drill_clock
                        set ahead_micros = (extract(epoch from (? - clock_timestamp())) * 1000000)::bigint
                        where ? >= clock_timestamp() + ahead_micros * interval '1 microsecond'
                        """)) {
            lock.execute("select pg_advisory_xact_lock(20170728)");
            OffsetDateTime target = instant.atOffset(ZoneOffset.UTC);
            update.setObject(1, target);
            update.setObject(2, target);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
