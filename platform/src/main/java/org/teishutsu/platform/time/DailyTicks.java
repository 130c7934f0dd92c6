package org.teishutsu.platform.time;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.teishutsu.common.time.Jst;

/**
 * Runs every {@link DailyTick} once for each day at 00:10 in Japan, in order, days missed while the service was down
 * included. The last day done is kept in the database; a tick that fails is tried again.
 */
@Singleton
public class DailyTicks {

    /** Ten minutes past midnight: what closes at 24:00 has settled. */
    static final LocalTime TICK_AT = LocalTime.of(0, 10);

    private static final Logger LOG = Logger.getLogger(DailyTicks.class);

    private final List<DailyTick> ticks;
    private final DataSource dataSource;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DailyTicks(@All List<DailyTick> ticks, DataSource dataSource, Clock clock) {
        this.ticks = ticks;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "${suite.tick-check:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void check() {
        try {
            runDue();
        } catch (RuntimeException e) {
            LOG.error("The daily tick failed and will be tried again", e);
        }
    }

    /** Runs what is due by the suite's clock. */
    public void runDue() {
        oneAtATime.lock();
        try {
            Optional<LocalDate> due = nextDue();
            while (due.isPresent()) {
                run(due.get());
                due = nextDue();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** When the next tick after an instant is. */
    public static Instant nextAfter(Instant instant) {
        LocalDate day = Jst.date(instant);
        Instant sameDay = Jst.at(day, TICK_AT);
        return sameDay.isAfter(instant) ? sameDay : Jst.at(day.plusDays(1), TICK_AT);
    }

    private Optional<LocalDate> nextDue() {
        LocalDate latest = Jst.date(nextAfter(clock.instant())).minusDays(1);
        LocalDate last = QuarkusTransaction.requiringNew().call(() -> lastDay(latest));
        return last.isBefore(latest) ? Optional.of(last.plusDays(1)) : Optional.empty();
    }

    private void run(LocalDate day) {
        List<RuntimeException> failures = new ArrayList<>();
        for (DailyTick tick : ticks) {
            try {
                tick.tick(day);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw together(day, failures);
        }
        QuarkusTransaction.requiringNew().run(() -> markDone(day));
    }

    /** One tick's failure keeps no other from its day; the day is done only when all of them are. */
    private static IllegalStateException together(LocalDate day, List<RuntimeException> failures) {
        IllegalStateException together = new IllegalStateException("The tick of " + day + " is not done");
        failures.forEach(together::addSuppressed);
        return together;
    }

    /** The last day done; a new database begins with the day before the latest, so that its first tick runs at once. */
    private LocalDate lastDay(LocalDate latest) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into daily_tick (last_on) values (?) on conflict do nothing");
                PreparedStatement select = connection.prepareStatement("select last_on from daily_tick")) {
            insert.setDate(1, Date.valueOf(latest.minusDays(1)));
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getDate(1).toLocalDate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void markDone(LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update daily_tick set last_on = greatest(last_on, ?)")) {
            update.setDate(1, Date.valueOf(day));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
