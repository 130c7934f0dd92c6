package org.teishutsu.report.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;

/** The SQL of what is told to whom; every method works in the caller's transaction. */
@ApplicationScoped
class Announcements {
    private final DataSource dataSource;

    Announcements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An announcement in somebody's hands. */
    record Claimed(UUID id, UUID callback, String url, RestrictionChange.View change, int attempts, Instant madeAt) {}

    /**
     * An announcement as a list shows it; the times are the machine's.
     *
     * @param lastResult what came of the last try, such as {@code 503}
     */
    record Listed(
            UUID id,
            UUID change,
            int attempts,
            @Nullable String lastResult,
            @Nullable Instant takenAt,
            @Nullable Instant givenUpAt) {}

    /** Holds a kind, so that two processes notice a change once. */
    void lock(RestrictionKind kind) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 14))")) {
            lock.setString(1, "restriction " + kind);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for each callback of the kind that is not ended. */
    void make(RestrictionChange.View change) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id from restriction_callback where kind = ? and ended_at is null");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into restriction_announcement (id, change_id, callback_id, attempts, made_at, next_at)
                        values (?, ?, ?, 0, clock_timestamp(), clock_timestamp())
                        """)) {
            select.setString(1, change.kind().name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    insert.setObject(1, Ids.next());
                    insert.setObject(2, change.id());
                    insert.setObject(3, row.getObject(1, UUID.class));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes what is due in hand for a while: whoever dies with it leaves it to be taken again. */
    List<Claimed> claim(int limit, Duration lease) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement("""
                        with due as (
                            update restriction_announcement
                            set attempts = attempts + 1, next_at = clock_timestamp() + ? * interval '1 ms'
                            where id in (
                                select a.id from restriction_announcement a
                                join restriction_callback b on b.id = a.callback_id and b.ended_at is null
                                where a.taken_at is null and a.given_up_at is null and a.next_at <= clock_timestamp()
                                order by a.next_at limit ? for update of a skip locked)
                            returning id, change_id, callback_id, attempts, made_at)
                        select d.id, b.id, b.url, c.id, c.kind, c.stopped, c.since, c.ground, c.recorded_at, d.attempts,
                               d.made_at
                        from due d
                        join restriction_callback b on b.id = d.callback_id
                        join restriction_change c on c.id = d.change_id
                        order by c.recorded_at, c.id
                        """)) {
            claim.setLong(1, lease.toMillis());
            claim.setInt(2, limit);
            List<Claimed> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Claimed(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            new RestrictionChange.View(
                                    row.getObject(4, UUID.class),
                                    RestrictionKind.valueOf(row.getString(5)),
                                    row.getBoolean(6),
                                    instant(row, 7),
                                    row.getString(8),
                                    row.getObject(9, OffsetDateTime.class).toInstant()),
                            row.getInt(10),
                            row.getObject(11, OffsetDateTime.class).toInstant()));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    void taken(UUID id, String result) {
        settle("taken_at = clock_timestamp()", id, result);
    }

    void giveUp(UUID id, String result) {
        settle("given_up_at = clock_timestamp()", id, result);
    }

    void again(UUID id, String result, Duration in) {
        settle("next_at = clock_timestamp() + interval '" + in.toMillis() + " ms'", id, result);
    }

    private void settle(String what, UUID id, String result) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update restriction_announcement set " + what + ", last_result = ? where id = ?")) {
            update.setString(1, result);
            update.setObject(2, id);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("There is no announcement " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of one callback, the last one first. */
    List<Listed> of(UUID callback, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, change_id, attempts, last_result, taken_at, given_up_at
                        from restriction_announcement where callback_id = ? order by id desc limit ?
                        """)) {
            select.setObject(1, callback);
            select.setInt(2, limit);
            List<Listed> listed = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    listed.add(new Listed(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            row.getString(4),
                            instant(row, 5),
                            instant(row, 6)));
                }
            }
            return listed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many were given up or wait in vain, of callbacks that are not ended. */
    long stuck() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) from restriction_announcement a
                        join restriction_callback b on b.id = a.callback_id and b.ended_at is null
                        where a.taken_at is null and (a.given_up_at is not null or a.attempts > 1)
                        """);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
