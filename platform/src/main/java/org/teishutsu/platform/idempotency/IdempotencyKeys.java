package org.teishutsu.platform.idempotency;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The answers given under a key; every method works in the caller's transaction. */
@Singleton
class IdempotencyKeys {

    /** An answer that was given. */
    record Answer(
            String requestDigest,
            int status,
            @Nullable String location,
            @Nullable String body) {}

    private final DataSource dataSource;

    IdempotencyKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Holds a key to the end of the transaction; false if another call holds it. */
    boolean hold(String scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
            lock.setString(1, scope);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Answer> find(String scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select request_digest, status, location, body from idempotency_key
                        where scope = ? and made_at > now() - interval '24 hours'
                        """)) {
            select.setString(1, scope);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Answer(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void store(String scope, Answer answer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement sweep = connection.prepareStatement(
                        "delete from idempotency_key where made_at <= now() - interval '24 hours'");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotency_key (scope, request_digest, status, location, body)
                        values (?, ?, ?, ?, ?)
                        """)) {
            sweep.executeUpdate();
            insert.setString(1, scope);
            insert.setString(2, answer.requestDigest());
            insert.setInt(3, answer.status());
            insert.setString(4, answer.location());
            insert.setString(5, answer.body());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
