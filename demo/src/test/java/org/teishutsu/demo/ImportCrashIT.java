package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.demo.input.LongList;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.platform.Waiting;
import org.teishutsu.demo.play.Api;

/**
 * kill -9 of notify-service while it takes a list in: a list is wholly in the ledger or not at all. Each kill strikes
 * when all rows of a statement are written and nothing is committed, where triggers of this test hold it.
 */
class ImportCrashIT {

    private static final int ROWS = 8_000;
    private static final String INCIDENT = "2016-attack";
    /** An advisory lock: who holds it holds every statement that wrote rows. */
    private static final int HOLD = 4_711;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void aListIsWhollyInTheLedgerOrNotAtAll() throws Exception {
        Path list = folder.resolve("list.csv");
        new LongList(ROWS).writeCsv(list);
        try (SuiteProcess suite = new SuiteProcess(folder, 1)) {
            up(suite);
            suite.callers().report("officer").post("/incidents", incident());
            makeTriggers(suite);

            killed(suite, "import_row", () -> handIn(suite, list));
            assertThat(count(suite, "import_row")).isZero();
            assertThat(newest(suite).path("rows").asInt()).isZero();

            JsonNode staged = handIn(suite, list);
            assertThat(staged.path("new").asInt()).isEqualTo(ROWS);
            for (String table : List.of("recipient", "exposure")) {
                killed(suite, table, () -> apply(suite, staged));
                assertThat(newest(suite)).as("after the kill in %s", table).isEqualTo(staged);
                assertThat(count(suite, "recipient")).isZero();
                assertThat(count(suite, "exposure")).isZero();
                assertThat(count(suite, "import_row")).isEqualTo(ROWS);
            }
            wholly(suite, staged);
            suite.end();
        }
    }

    private static void wholly(SuiteProcess suite, JsonNode staged) throws Exception {
        assertThat(apply(suite, staged).path("state").asText()).isEqualTo("APPLIED");
        assertThat(count(suite, "recipient")).isEqualTo(ROWS);
        assertThat(count(suite, "exposure")).isEqualTo(ROWS);
        assertThat(count(suite, "import_row")).isZero();
        JsonNode table = suite.callers().notify("officer").get("/exposures/" + INCIDENT + "/combinations");
        long sum = 0;
        for (JsonNode combination : table.path("combinations")) {
            sum += combination.path("exposures").asLong();
        }
        assertThat(sum).isEqualTo(ROWS);
        assertThatThrownBy(() -> apply(suite, staged))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("409");
    }

    /** Kills notify-service once its request has written rows of this table; then starts the suite again. */
    private static void killed(SuiteProcess suite, String table, Request request) throws Exception {
        try (Connection holding = suite.database()) {
            execute(holding, "alter table " + table + " enable trigger hold");
            execute(holding, "select pg_advisory_lock(" + HOLD + ")");
            CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> answered(request));
            assertThat(Waiting.until(LIMIT, () -> stands(suite) || answered.isDone()))
                    .isTrue();
            assertThat(answered).isNotDone();
            suite.killService("notify-service");
            assertThat(answered.get()).isFalse();
            execute(holding, "select pg_advisory_unlock(" + HOLD + ")");
        }
        assertThat(suite.awaitExit(LIMIT)).isEqualTo(1);
        up(suite);
        try (Connection connection = suite.database()) {
            execute(connection, "alter table " + table + " disable trigger hold");
        }
    }

    private static void makeTriggers(SuiteProcess suite) throws Exception {
        try (Connection connection = suite.database()) {
            execute(connection, """
                    create function hold() returns trigger language plpgsql as $$
                    begin
                        perform pg_advisory_xact_lock_shared(%d);
                        return null;
                    end $$
                    """.formatted(HOLD));
            for (String table : List.of("import_row", "recipient", "exposure")) {
                execute(
                        connection,
                        "create trigger hold after insert on " + table + " for each statement execute function hold()");
                execute(connection, "alter table " + table + " disable trigger hold");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Request {

        JsonNode send() throws Exception;
    }

    private static boolean answered(Request request) {
        try {
            request.send();
            return true;
        } catch (Exception unanswered) {
            return false;
        }
    }

    private static boolean stands(SuiteProcess suite) {
        try (Connection connection = suite.database()) {
            return SuiteProcess.number(
                            connection,
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = "
                                    + HOLD)
                    > 0;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void up(SuiteProcess suite) throws Exception {
        suite.start("up", "--drill");
        suite.awaitSaying("Ctrl-C ends it", LIMIT);
    }

    private static JsonNode handIn(SuiteProcess suite, Path list) throws IOException {
        return suite.callers().notify("officer").postCsv("/incidents/" + INCIDENT + "/imports", () -> {
            try {
                return Files.newInputStream(list);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static JsonNode apply(SuiteProcess suite, JsonNode staged) throws IOException {
        ObjectNode digest = JsonNodeFactory.instance
                .objectNode()
                .put("digest", staged.path("digest").asText());
        return suite.callers()
                .notify("approver")
                .post("/imports/" + staged.path("id").asText() + "/application", digest);
    }

    private static JsonNode newest(SuiteProcess suite) throws IOException {
        JsonNode imports = suite.callers().notify("officer").get("/imports").path("items");
        return imports.path(imports.size() - 1);
    }

    private static long count(SuiteProcess suite, String table) throws Exception {
        try (Connection connection = suite.database()) {
            return SuiteProcess.number(connection, "select count(*) from " + table);
        }
    }

    static JsonNode incident() throws IOException {
        try (InputStream play = ImportCrashIT.class.getResourceAsStream("/case-2017.json")) {
            for (JsonNode step : Api.JSON.readTree(play).path("steps")) {
                if (step.path("body").path("code").asText().equals(INCIDENT)) {
                    return step.path("body");
                }
            }
        }
        throw new IllegalStateException("the case has no incident " + INCIDENT);
    }
}
