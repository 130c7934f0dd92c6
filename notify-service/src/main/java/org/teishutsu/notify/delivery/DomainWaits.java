package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts what waits for its domain, for a display. */
@Singleton
class DomainWaits {

    private static final String COUNT = """
            select domain_id, count(*) from delivery_deferred where domain_id is not null group by domain_id
            """;

    private final DataSource dataSource;

    DomainWaits(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Map<UUID, Long> count() {
        Map<UUID, Long> waiting = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                waiting.put(row.getObject(1, UUID.class), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new OutboxException("count what waits for domains", e);
        }
        return waiting;
    }
}
