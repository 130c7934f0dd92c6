package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what {@link SendingEvents} wrote. Joins the caller's transaction. */
@Singleton
class SendingChanges {

    private static final String SELECT = """
            select id, kind, campaign_id, domain_id, rate_per_second, recorded_at, recorded_by
            from sending_event where id > ? order by id limit ?
            """;

    private final DataSource dataSource;

    SendingChanges(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<SendingChange> after(long id, int limit) {
        List<SendingChange> changes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, id);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(new SendingChange(
                            row.getLong(1),
                            SendingChange.Kind.valueOf(row.getString(2)),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class),
                            row.getObject(5, Integer.class),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getString(7)));
                }
            }
        } catch (SQLException e) {
            throw new OutboxException("look at what was changed", e);
        }
        return changes;
    }
}
