package org.teishutsu.platform.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Append-only log of the calls that wanted to change something. */
@Singleton
class AuditLog {

    private final DataSource dataSource;

    AuditLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void append(String who, String method, String path, int status) {
        QuarkusTransaction.requiringNew().run(() -> insert(who, method, path, status));
    }

    private void insert(String who, String method, String path, int status) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into audit_entry (recorded_at, who, method, path, status)
                        values (domain_now(), ?, ?, ?, ?)
                        """)) {
            insert.setString(1, who);
            insert.setString(2, method);
            insert.setString(3, path);
            insert.setInt(4, status);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entries after an id, oldest first, one more than the limit if there are more. */
    List<AuditEntry> after(long id, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, recorded_at, who, method, path, status
                        from audit_entry where id > ? order by id limit ?
                        """)) {
            select.setLong(1, id);
            select.setInt(2, limit + 1);
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<AuditEntry> read(PreparedStatement select) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(new AuditEntry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)));
            }
        }
        return entries;
    }
}
