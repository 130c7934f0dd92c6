package org.teishutsu.notify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Tests of this module share one database: each begins with an empty one. */
public final class LedgerFixture {

    private static final String TABLES_OF_FACTS = """
            select string_agg(quote_ident(tablename), ', ') from pg_tables
            where schemaname = 'public' and tablename not in
                ('installation', 'drill_clock', 'daily_tick', 'flyway_schema_history', 'mail_circuit', 'leak_item',
                'delivery_process', 'waiting_time', 'vault_key', 'vault_holder',
                'return_path_key')
            """;

    private static final String DEADLOCK = "40P01";

    private LedgerFixture() {}

    /** Forgets everything but the catalogue, the clock and what is there from the start. */
    public static void empty(DataSource dataSource) {
        String truncate = "truncate " + strings(dataSource, TABLES_OF_FACTS).get(0) + " restart identity cascade";
        boolean done = false;
        while (!done) {
            done = truncated(dataSource, truncate);
        }
    }

    /** The service goes on in the background and may hold what is wanted in another order: one of the two gives way. */
    private static boolean truncated(DataSource dataSource, String truncate) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(truncate);
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements outside any transaction of the service. */
    public static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody in the ledger, opened, in the order in which they came into it. */
    public static List<Contact> contacts(DataSource dataSource, Vault vault) {
        List<Contact> contacts = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, contact from recipient order by no")) {
            while (row.next()) {
                contacts.add(Contact.open(vault, row.getObject(1, UUID.class), row.getBytes(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return contacts;
    }

    /** The first column of every row. */
    public static List<String> strings(DataSource dataSource, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
