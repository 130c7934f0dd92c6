package org.teishutsu.report.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;

/** The SQL of the mails that wait and of those that went; every method works in the caller's transaction. */
@ApplicationScoped
class MailOutbox {
    private final DataSource dataSource;

    MailOutbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A mail in somebody's hands. */
    record Claimed(UUID id, String address, String subject, String body, int attempts) {}

    /**
     * A mail as a list shows it.
     *
     * @param sentAt machine time; null as long as no server has taken it
     */
    record Listed(
            UUID id,
            String about,
            String address,
            String subject,
            Instant recordedAt,
            int attempts,
            @Nullable Instant sentAt) {}

    /** Writes one down unless there is one about the same to the same address already; tells whether it was new. */
    boolean add(StaffMail mail, Instant now, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into staff_mail
                            (id, about, order_id, address, subject, body, recorded_at, recorded_by, attempts, next_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 0, clock_timestamp()) on conflict (about, address) do nothing
                        """)) {
            insert.setObject(1, Ids.next());
            insert.setString(2, mail.about());
            insert.setObject(3, mail.order());
            insert.setString(4, mail.address());
            insert.setString(5, mail.subject());
            insert.setString(6, mail.body());
            insert.setTimestamp(7, Timestamp.from(now));
            insert.setString(8, by);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes what is due in hand for a while: whoever dies with it leaves it to be taken again. */
    List<Claimed> claim(int limit, Duration lease) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement("""
                        update staff_mail set attempts = attempts + 1, next_at = clock_timestamp() + ? * interval '1 ms'
                        where id in (
                            select id from staff_mail where sent_at is null and next_at <= clock_timestamp()
                            order by next_at limit ? for update skip locked)
                        returning id, address, subject, body, attempts
                        """)) {
            claim.setLong(1, lease.toMillis());
            claim.setInt(2, limit);
            List<Claimed> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Claimed(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5)));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void sent(UUID id) {
        update("update staff_mail set sent_at = clock_timestamp() where id = ?", id, null);
    }

    void again(UUID id, Duration in) {
        update("update staff_mail set next_at = clock_timestamp() + ? * interval '1 ms' where id = ?", id, in);
    }

    private void update(String sql, UUID id, @Nullable Duration in) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int i = 1;
            if (in != null) {
                update.setLong(i++, in.toMillis());
            }
            update.setObject(i, id);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("There is no mail " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many no server has taken, though it was tried more than once. */
    long stuck() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from staff_mail where sent_at is null and attempts > 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of an order after one of them; one more than the limit if there are more. */
    List<Listed> of(UUID order, @Nullable UUID after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, about, address, subject, recorded_at, attempts, sent_at
                        from staff_mail where order_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?
                        """)) {
            select.setObject(1, order);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, limit + 1);
            List<Listed> listed = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime sent = row.getObject(7, OffsetDateTime.class);
                    listed.add(new Listed(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getInt(6),
                            sent == null ? null : sent.toInstant()));
                }
            }
            return listed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
