package org.teishutsu.report.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The SQL of the one question that is asked with every new account, does a restriction stand? And of what was said of it last. */
@ApplicationScoped
class StandingSql {
    private final DataSource dataSource;

    StandingSql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The restriction that began first of those that stand; a lifting counts once it is approved and its time has come. */
    CurrentRestriction at(RestrictionKind kind, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select r.from_at, r.ground
                        from restriction r left join restriction_lifting l on l.restriction_id = r.id
                        where r.kind = ? and r.from_at <= ? and (l.approved_at <= ? and l.until_at <= ?) is not true
                        order by r.from_at, r.id limit 1
                        """)) {
            OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
            select.setString(1, kind.name());
            select.setObject(2, at);
            select.setObject(3, at);
            select.setObject(4, at);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new CurrentRestriction(
                                kind,
                                true,
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                now)
                        : new CurrentRestriction(kind, false, null, null, now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What those were told last who want to know; before anything was ever restricted, that business is free. */
    CurrentRestriction.Answer told(RestrictionKind kind) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select stopped, since, ground from restriction_change
                        where kind = ? order by recorded_at desc, id desc limit 1
                        """)) {
            select.setString(1, kind.name());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new CurrentRestriction.Answer(false, null, null);
                }
                OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
                return new CurrentRestriction.Answer(
                        row.getBoolean(1), since == null ? null : since.toInstant(), row.getString(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
