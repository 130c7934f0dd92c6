package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.common.id.Ids;

/** The SQL of the nightly check: what is to be read, and what was found. */
@ApplicationScoped
class EvidenceChecks {
    private final DataSource dataSource;

    EvidenceChecks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A file as it was when it came in. */
    record Recorded(UUID version, long bytes, String sha256) {}

    /** The versions after one, in the order of their ids; few enough to be held at once. */
    List<Recorded> after(UUID version, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, bytes, sha256 from evidence_version where id > ? order by id limit ?
                        """)) {
            select.setObject(1, version);
            select.setInt(2, limit);
            List<Recorded> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Recorded(row.getObject(1, UUID.class), row.getLong(2), row.getString(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records one reading; works in the caller's transaction. */
    void record(long files, long bytes, Map<UUID, Finding.Kind> findings, Instant now, String by) {
        UUID check = Ids.next();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into evidence_check (id, files, bytes, recorded_at, recorded_by) values (?, ?, ?, ?, ?)
                        """);
                PreparedStatement finding = connection.prepareStatement("""
                        insert into evidence_finding (check_id, version_id, kind) values (?, ?, ?)
                        """)) {
            insert.setObject(1, check);
            insert.setLong(2, files);
            insert.setLong(3, bytes);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setString(5, by);
            insert.executeUpdate();
            for (Map.Entry<UUID, Finding.Kind> each : findings.entrySet()) {
                finding.setObject(1, check);
                finding.setObject(2, each.getKey());
                finding.setString(3, each.getValue().name());
                finding.addBatch();
            }
            finding.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last reading; empty if nothing was ever read. */
    Optional<CheckView> latest() {
        return latest("");
    }

    /** The last reading of one user. */
    Optional<CheckView> latestBy(String who) {
        return latest(who);
    }

    /** Of anybody, if nobody is named. */
    private Optional<CheckView> latest(String who) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, files, bytes, recorded_at, recorded_by
                        from evidence_check where ? = '' or recorded_by = ? order by recorded_at desc, id desc limit 1
                        """);
                ResultSet row = execute(select, who)) {
            return row.next()
                    ? Optional.of(new CheckView(
                            row.getLong(2),
                            row.getLong(3),
                            findings(connection, row.getObject(1, UUID.class)),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getString(5)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResultSet execute(PreparedStatement select, String who) throws SQLException {
        select.setString(1, who);
        select.setString(2, who);
        return select.executeQuery();
    }

    private static List<Finding> findings(Connection connection, UUID check) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select e.id, v.number, e.title, f.kind
                        from evidence_finding f
                        join evidence_version v on v.id = f.version_id
                        join evidence e on e.id = v.evidence_id
                        where f.check_id = ? order by v.recorded_at, v.id
                        """)) {
            select.setObject(1, check);
            List<Finding> findings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(new Finding(
                            row.getObject(1, UUID.class),
                            row.getInt(2),
                            row.getString(3),
                            Finding.Kind.valueOf(row.getString(4))));
                }
            }
            return findings;
        }
    }
}
