package org.teishutsu.demo.platform;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** One database and one role a service; neither service can sign in to the other's. */
final class PostgresDatabases {

    static final String REPORT = "report";
    static final String NOTIFY = "notify";

    private PostgresDatabases() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static void make(int port, Secrets secrets) throws SQLException, IOException {
        Properties signIn = new Properties();
        signIn.setProperty("user", PostgresServer.SUPERUSER);
        signIn.setProperty("password", secrets.get(PostgresServer.SUPERUSER));
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), signIn)) {
            for (String name : List.of(REPORT, NOTIFY)) {
                make(connection, name, secrets.get(name));
            }
        }
    }

    /** Each step looks first: a start that was cut short is completed by the next. */
    private static void make(Connection connection, String name, String password) throws SQLException {
        if (!found(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(connection, "create role " + name + " login password '" + password + "'");
        }
        if (!found(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + name + " owner " + name);
        }
        execute(connection, "revoke connect on database " + name + " from public");
    }

    private static boolean found(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
