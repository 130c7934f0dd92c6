package org.teishutsu.notify.vault;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The living processes and the keys they have: none may come into use that one of them could not open. */
@Singleton
class KeyHolders {

    private static final String SIGN = """
            insert into vault_holder (process, keys, seen_at) values (?, ?, clock_timestamp())
            on conflict (process) do update set keys = excluded.keys, seen_at = excluded.seen_at
            """;

    private static final String FORGET_DEAD =
            "delete from vault_holder where seen_at < clock_timestamp() - interval '1 hour'";

    private static final String LACKING = """
            select count(*) from vault_holder
            where seen_at > clock_timestamp() - ? * interval '1 second' and not keys @> array[?::text]
            """;

    private static final String LEAVE = "delete from vault_holder where process = ?";

    /** A process that has been silent so long is dead; should it live, it learns of new keys as soon as it meets one. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int LOOKS = 6;

    private final DataSource dataSource;
    private final long silence;
    private final UUID process = UUID.randomUUID();

    KeyHolders(DataSource dataSource, VaultConfig config) {
        this.dataSource = dataSource;
        this.silence =
                Math.max(SILENCE.toSeconds(), config.watch().multipliedBy(LOOKS).toSeconds());
    }

    /** Says which keys this process has. */
    void sign(Set<Integer> sealing, Set<Integer> lookup) {
        Object[] keys = Stream.concat(
                        sealing.stream().map(id -> word(KeyKind.SEALING, id)),
                        lookup.stream().map(id -> word(KeyKind.LOOKUP, id)))
                .toArray();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement sign = connection.prepareStatement(SIGN);
                PreparedStatement forget = connection.prepareStatement(FORGET_DEAD)) {
            sign.setObject(1, process);
            sign.setArray(2, connection.createArrayOf("text", keys));
            sign.executeUpdate();
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many processes live without this key. */
    int lacking(KeyKind kind, int id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LACKING)) {
            select.setLong(1, silence);
            select.setString(2, word(kind, id));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This process ends. */
    void leave() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            leave.setObject(1, process);
            leave.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String word(KeyKind kind, int id) {
        return kind + " " + Proof.name(id);
    }
}
