package org.teishutsu.demo.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Trouble;

/** The embedded PostgreSQL, as its superuser. */
final class Database {

    private final int port;
    private final String password;

    private Database(int port, String password) {
        this.port = port;
        this.password = password;
    }

    static Database of(RunFolder run) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(run.path("secrets"))) {
            secrets.load(reader);
        }
        int port = Integer.parseInt(Files.readString(run.path("postgres.port")).strip());
        return new Database(port, secrets.getProperty("postgres"));
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    String text(String database, String query) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new Trouble("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    long number(String database, String query) {
        return Long.parseLong(text(database, query));
    }

    /** Its version and the settings that weigh here. */
    String settings() {
        return text("postgres", """
                select 'PostgreSQL ' || current_setting('server_version') || ', ' || string_agg(
                    name || ' ' || current_setting(name), ', ' order by name)
                from pg_settings where name in ('fsync', 'synchronous_commit', 'shared_buffers', 'max_wal_size',
                    'work_mem', 'wal_level', 'full_page_writes')
                """);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }
}
