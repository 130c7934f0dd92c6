package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** The rate of a campaign, shared by all processes through one row of machine time. */
@Singleton
class Rates {

    private final DataSource dataSource;

    Rates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** How many of the wanted messages may be sent now; counts them as sent. */
    int grant(UUID campaign, int perSecond, int wanted) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int granted = grant(connection, campaign, perSecond, wanted);
                connection.commit();
                return granted;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new OutboxException("ask for the rate", e);
        }
    }

    private static int grant(Connection connection, UUID campaign, int perSecond, int wanted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into campaign_rate values (?, clock_timestamp()) on conflict do nothing");
                PreparedStatement select = connection.prepareStatement(
                        "select used_up_to, clock_timestamp() from campaign_rate where campaign_id = ? for update");
                PreparedStatement update =
                        connection.prepareStatement("update campaign_rate set used_up_to = ? where campaign_id = ?")) {
            insert.setObject(1, campaign);
            insert.executeUpdate();
            select.setObject(1, campaign);
            RateLimit limit;
            try (ResultSet row = select.executeQuery()) {
                row.next();
                limit = RateLimit.grant(instant(row, 1), instant(row, 2), perSecond, wanted);
            }
            update.setObject(1, limit.usedUpTo().atOffset(ZoneOffset.UTC));
            update.setObject(2, campaign);
            update.executeUpdate();
            return limit.granted();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
