package org.teishutsu.notify.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the look-up hashes under a coming key beside those in use, and puts them in place in one transaction: nobody
 * ever sees some under the one and some under the other.
 */
@Singleton
class Rehashing {

    private static final int AT_ONCE = 500;
    private static final int LONGEST_SECONDS = 6 * 3600;
    private static final String CONTACT = "contact";

    /** Who changes the ledger holds the first, who stages a list a share of the second. Nobody is kept waiting for us. */
    private static final String ALONE = """
            select pg_try_advisory_xact_lock(20160731) and pg_try_advisory_xact_lock(20170729, ?)
            """;

    private static final String MADE_FROM = "substring(t.contact from octet_length(t.contact) - 15)";

    private static final String MISSING = """
             t where not exists (
                select from vault_rehashed n where n.person = t.%s and n.key = ? and n.made_from = %s
            )
            """;

    private final DataSource dataSource;
    private final Vault vault;
    private final LookupColumns columns;
    private final KeyRegister register;

    Rehashing(DataSource dataSource, Vault vault, LookupColumns columns, KeyRegister register) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.columns = columns;
        this.register = register;
    }

    /** Where the hashes are, and by what column a row names the person its contact is sealed for. */
    private enum Hashed {
        RECIPIENT("recipient", "id"),
        STAGED_ROW("import_row", "fresh_id");

        private final String table;
        private final String person;

        Hashed(String table, String person) {
            this.table = table;
            this.person = person;
        }

        private String missing() {
            return " from " + table + MISSING.formatted(person, MADE_FROM);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared as a record
    private record Person(UUID id, byte[] contact) {}

    /** How many have no hashes under this key yet. */
    long left(int key) {
        long left = 0;
        for (Hashed hashed : Hashed.values()) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement count = connection.prepareStatement("select count(*)" + hashed.missing())) {
                count.setInt(1, key);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    left += row.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return left;
    }

    /** Makes what is missing under this key, a batch a transaction. */
    void fill(int key) {
        LookupKey coming = Objects.requireNonNull(vault.all().lookup().get(key));
        for (Hashed hashed : Hashed.values()) {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                try {
                    fill(hashed, coming);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private void fill(Hashed hashed, LookupKey coming) throws SQLException {
        List<Person> batch = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select t." + hashed.person + ", t.contact" + hashed.missing())) {
            select.setFetchSize(AT_ONCE);
            select.setInt(1, coming.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batch.add(new Person(row.getObject(1, UUID.class), row.getBytes(2)));
                    if (batch.size() == AT_ONCE) {
                        write(batch, coming);
                        batch.clear();
                    }
                }
            }
        }
        write(batch, coming);
    }

    private void write(List<Person> batch, LookupKey coming) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement(insert())) {
                for (Person person : batch) {
                    insert.setObject(1, person.id());
                    insert.setInt(2, coming.id());
                    insert.setBytes(3, end(person.contact()));
                    int parameter = 4;
                    for (Object value : columns.values(coming, vault.open(CONTACT, person.id(), person.contact()))) {
                        set(insert, parameter++, value);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Puts the hashes in place, unless somebody is writing some; says whether it did. */
    boolean putInPlace(int old, int key) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            if (!alone(old)) {
                return false;
            }
            fill(key);
            for (Hashed hashed : Hashed.values()) {
                replace(hashed, key);
            }
            register.move(KeyKind.LOOKUP, old, KeyState.ACTIVE, KeyState.GONE);
            register.move(KeyKind.LOOKUP, key, KeyState.COMING, KeyState.ACTIVE);
            return true;
        });
    }

    /** What was put in place is not needed twice. */
    void forget() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate vault_rehashed");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean alone(int old) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(ALONE)) {
            lock.setInt(1, old);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A hash that is not there stays away: whoever merges or splits parties has taken it. */
    private void replace(Hashed hashed, int key) throws SQLException {
        String assignments = columns.names().stream()
                .map(name -> name + " = case when t." + name + " is not null then n." + name + " end")
                .collect(Collectors.joining(", "));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update " + hashed.table + " t set " + assignments
                                + " from vault_rehashed n where n.person = t." + hashed.person
                                + " and n.key = ? and n.made_from = "
                                + MADE_FROM);
                PreparedStatement count = connection.prepareStatement("select count(*) from " + hashed.table)) {
            update.setInt(1, key);
            int replaced = update.executeUpdate();
            try (ResultSet row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) != replaced) {
                    throw new IllegalStateException("%d of %d rows have new hashes".formatted(replaced, row.getInt(1)));
                }
            }
        }
    }

    private String insert() {
        String names = String.join(", ", columns.names());
        String updates = columns.names().stream()
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into vault_rehashed (person, key, made_from, " + names + ") values (?, ?, ?"
                + ", ?".repeat(columns.names().size())
                + ") on conflict (person) do update set key = excluded.key, made_from = excluded.made_from, " + updates;
    }

    private static void set(PreparedStatement insert, int parameter, @Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            insert.setBytes(parameter, bytes);
        } else if (value instanceof Integer number) {
            insert.setInt(parameter, number);
        } else {
            insert.setNull(parameter, Types.NULL);
        }
    }

    private static byte[] end(byte[] contact) {
        return Arrays.copyOfRange(contact, contact.length - 16, contact.length);
    }
}
