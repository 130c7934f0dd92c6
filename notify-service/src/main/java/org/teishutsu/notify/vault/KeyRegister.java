package org.teishutsu.notify.vault;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** What the database says of the keys: which are in use, and by what a key is known to be the right one. */
@Singleton
class KeyRegister {

    private static final String ENTRIES = "select kind, id, state, proof from vault_key order by kind, recorded_at";

    private static final String ENTER = """
            insert into vault_key (kind, id, state, proof, recorded_at) values (?, ?, ?, ?, clock_timestamp())
            on conflict do nothing
            """;

    /** Waits for nobody who writes under the same key, only for who wants it retired. */
    private static final String HOLD = "select hold_vault_key(?, ?)";

    private static final String MOVE = """
            update vault_key set state = ?, recorded_at = clock_timestamp() where kind = ? and id = ? and state = ?
            """;

    private static final String ACTIVE = "select id from vault_key where kind = ? and state = 'ACTIVE'";

    private final DataSource dataSource;

    KeyRegister(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param proof what only this key can have made */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared as a record
    record Entry(KeyKind kind, int id, KeyState state, byte[] proof) {}

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(new Entry(
                        KeyKind.valueOf(row.getString(1)),
                        row.getInt(2),
                        KeyState.valueOf(row.getString(3)),
                        row.getBytes(4)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return entries;
    }

    /** Enters a key, unless it or another active one of its kind is there. */
    void enter(Entry entry) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setString(1, entry.kind().name());
            insert.setInt(2, entry.id());
            insert.setString(3, entry.state().name());
            insert.setBytes(4, entry.proof());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves a key on, in the caller's transaction. */
    void move(KeyKind kind, int id, KeyState from, KeyState to) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, to.name());
            update.setString(2, kind.name());
            update.setInt(3, id);
            update.setString(4, from.name());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("The key " + Proof.name(id) + " is not " + from + " any more");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    OptionalInt active(KeyKind kind) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ACTIVE)) {
            select.setString(1, kind.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the key is active, and stays so to the end of the caller's transaction. */
    boolean hold(KeyKind kind, int id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setString(1, kind.name());
            hold.setInt(2, id);
            try (ResultSet row = hold.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
