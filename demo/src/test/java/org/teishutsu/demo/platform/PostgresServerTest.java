package org.teishutsu.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private RunFolder run;
    private Secrets secrets;
    private PostgresServer server;

    @BeforeAll
    static void unpackOnce() throws IOException {
        PostgresBinaries.in(shared.resolve("binaries"));
    }

    @BeforeEach
    void start() throws Exception {
        run = new RunFolder(folder.resolve("run"));
        run.begin(Mode.DRILL);
        Files.createSymbolicLink(run.binaries(), shared.resolve("binaries"));
        secrets = Secrets.of(run.path("secrets"));
        server = PostgresServer.start(run, Ports.anyFree(), secrets);
    }

    @AfterEach
    void end() throws IOException {
        server.end();
    }

    @Test
    void isDurableAndSortsAsJapaneseDoes() throws Exception {
        assertThat(server.takenOver()).isFalse();
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("select datlocprovider from pg_database where datname = current_database()"))
                .isEqualTo("i");
        assertThat(ask("select datlocale from pg_database where datname = current_database()"))
                .isEqualTo("ja-JP");
    }

    @Test
    void aServiceCannotSignInToTheOthersDatabase() {
        assertThatThrownBy(
                        () -> connect("report", "notify", secrets.get("notify")).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database \"report\"");
        assertThatThrownBy(() -> connect("report", "report", "guess").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aServerThatOutlivedItsStarterIsTakenOver() throws Exception {
        PostgresServer again = PostgresServer.start(run, Ports.anyFree(), secrets);
        assertThat(again.takenOver()).isTrue();
        assertThat(again.pid()).isEqualTo(server.pid());
        assertThat(again.port()).isEqualTo(server.port());
    }

    @Test
    void aServerThatWasKilledStartsAgainWithItsData() throws Exception {
        tell("create table kept (n int)");
        tell("insert into kept values (7)");
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        assertThat(Waiting.until(java.time.Duration.ofSeconds(20), () -> !server.alive()))
                .isTrue();
        server = PostgresServer.start(run, server.port(), secrets);
        assertThat(server.takenOver()).isFalse();
        assertThat(ask("select n from kept")).isEqualTo("7");
    }

    @Test
    void anotherProcessUnderTheSameIdIsNotTakenForTheServer() throws Exception {
        server.end();
        Path pidFile = run.path("postgres").resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + run.path("postgres") + "\n1000\n5432\n");
        assertThat(PostgresServer.takeOver(run)).isEmpty();
    }

    private String ask(String query) throws SQLException, IOException {
        try (Connection connection = connect("report", "report", secrets.get("report"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private void tell(String sql) throws SQLException, IOException {
        try (Connection connection = connect("report", "report", secrets.get("report"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties signIn = new Properties();
        signIn.setProperty("user", user);
        signIn.setProperty("password", password);
        return DriverManager.getConnection(PostgresDatabases.url(server.port(), database), signIn);
    }
}
