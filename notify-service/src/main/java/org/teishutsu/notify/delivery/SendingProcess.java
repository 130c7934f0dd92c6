package org.teishutsu.notify.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * This process among those that share the queue, and its lease on life. Signs of life come from a thread that does
 * nothing else, so that a slow mail server never makes a living process look dead.
 */
final class SendingProcess {

    private static final Logger LOG = Logger.getLogger(SendingProcess.class);

    private final DataSource dataSource;
    private final Duration lease;
    private volatile long id;
    private volatile long lastSign;

    SendingProcess(DataSource dataSource, Duration lease) {
        this.dataSource = dataSource;
        this.lease = lease;
    }

    void start() {
        long before = System.nanoTime();
        id = number("""
                insert into delivery_process (started_at, alive_until)
                values (clock_timestamp(), clock_timestamp() + ? * interval '1 millisecond')
                returning id
                """, lease.toMillis());
        lastSign = before;
    }

    /**
     * Renews the lease, even one that has run out as long as nobody has acted on it; begins a new life if somebody has,
     * since what this one held is in others' hands now.
     *
     * @param sending campaign to messages a second, as a JSON object: for a forecast over all processes
     */
    void giveSign(String sending) {
        long before = System.nanoTime();
        long renewed = number("""
                with renewed as (
                    update delivery_process
                    set alive_until = clock_timestamp() + ? * interval '1 millisecond', sending = ?::jsonb
                    where id = ?
                    returning id
                )
                select count(*) from renewed
                """, lease.toMillis(), sending, id);
        if (renewed == 1) {
            lastSign = before;
        } else {
            LOG.warn("This process was taken for dead; what it had claimed may be sent twice");
            start();
        }
    }

    long id() {
        return id;
    }

    /**
     * Whether nobody can take this process for dead yet, with a third of the lease to spare. A new life is safe only
     * after its id is seen: ask for the id afterwards.
     */
    boolean safe() {
        return System.nanoTime() - lastSign < lease.toNanos() / 3 * 2;
    }

    double othersPerSecond(UUID campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select coalesce(sum((sending ->> ?)::double precision), 0) from delivery_process
                        where id <> ? and alive_until > clock_timestamp()
                        """)) {
            select.setString(1, campaign.toString());
            select.setLong(2, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } catch (SQLException e) {
            throw new OutboxException("ask how fast the others send", e);
        }
    }

    /** Ends the lease: what is still claimed is UNCERTAIN from now on. */
    void end() {
        number("""
                with ended as (
                    update delivery_process set alive_until = '-infinity' where id = ? returning id
                )
                select count(*) from ended
                """, id);
    }

    private long number(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new OutboxException("give a sign of life", e);
        }
    }
}
