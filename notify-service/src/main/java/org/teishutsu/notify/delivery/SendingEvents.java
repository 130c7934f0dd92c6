package org.teishutsu.notify.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down who changed how fast and where to is sent. Joins the caller's transaction. */
final class SendingEvents {

    private SendingEvents() {}

    static void rate(
            DataSource dataSource,
            @Nullable UUID campaign,
            @Nullable UUID domain,
            @Nullable Integer perSecond,
            String by) {
        append(dataSource, "RATE", campaign, domain, perSecond, by);
    }

    static void paused(DataSource dataSource, UUID domain) {
        append(dataSource, "PAUSED", null, domain, null, null);
    }

    static void resumed(DataSource dataSource, UUID domain, @Nullable String by) {
        append(dataSource, "RESUMED", null, domain, null, by);
    }

    private static void append(
            DataSource dataSource,
            String kind,
            @Nullable UUID campaign,
            @Nullable UUID domain,
            @Nullable Integer perSecond,
            @Nullable String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into sending_event (kind, campaign_id, domain_id, rate_per_second, recorded_at, recorded_by)
                        values (?, ?, ?, ?, domain_now(), ?)
                        """)) {
            insert.setString(1, kind);
            insert.setObject(2, campaign);
            insert.setObject(3, domain);
            insert.setObject(4, perSecond, Types.INTEGER);
            insert.setString(5, by);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("write down a change", e);
        }
    }
}
