package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/**
 * A filing's way with the database failing once, at each write in turn: whatever was under way is as if it had not been,
 * the step is done again, and at the end there is one filing, whole.
 */
@QuarkusTest
@RealSurroundings
class FilingCrashTest {
    private static final List<String> TABLES = List.of(
            "filing",
            "filing_event",
            "filing_text",
            "filing_check",
            "filing_document",
            "filing_submission",
            "filing_run");

    /** More writes than a filing's way has; the last ones never come. */
    private static final int MOST = 40;

    @Inject
    DataSource database;

    @AfterEach
    void disarm() throws SQLException {
        for (String table : TABLES) {
            sql("drop trigger if exists crash on " + table);
        }
        sql("drop function if exists crash()");
        sql("drop sequence if exists crash_countdown");
    }

    @Test
    void whereverItCrashesThereIsOneFilingInTheEndAndItIsWhole() throws SQLException {
        arm();
        Set<String> failedAt = new HashSet<>();
        int write = 1;
        boolean crashed = true;
        while (crashed && write < MOST) {
            crashed = goesThrough(write, failedAt);
            write += 2; // each write would take minutes; every step has two
        }
        assertThat(failedAt).as("steps that a crash was seen in").contains("run", "review", "approval", "release");
    }

    /** Gives whether the crash came. */
    private boolean goesThrough(int write, Set<String> failedAt) throws SQLException {
        Case2017 entered = new Case2017();
        entered.enterFirm();
        entered.enterIncidents();
        String order = entered.enterOrder("再起動" + write, 2);
        for (int clause = 1; clause <= 3; clause++) {
            entered.enterMeasure(order, clause);
        }
        sql("select setval('crash_countdown', " + (1000 - write) + ")");
        String today = Jst.date(Case2017.now()).toString();
        step("run", failedAt, () -> as("officer").body(Map.of("date", today)).post("/filing-runs"));
        step("run", failedAt, () -> as("officer").body(Map.of("date", today)).post("/filing-runs"));
        String filing = "/filings/"
                + as("auditor").get("/filings?order=" + order).then().extract().<String>path("items[0].id");
        String text = as("auditor").get(filing + "/sections/4").then().extract().path("text");
        step(
                "edit",
                failedAt,
                () -> as("officer").body(Map.of("text", text + "\n\n残る言葉である。")).put(filing + "/sections/4"));
        step("refresh", failedAt, () -> as("officer").post(filing + "/refresh"));
        // The measures were recorded after the as-of instant, which had to have passed: no clause is answered yet.
        step(
                "override",
                failedAt,
                () -> as("approver2")
                        .body(Map.of("reason", "基準日後に定めた。", "note", "改善策は基準日後に定めた。"))
                        .post(filing + "/checks/EVERY_CLAUSE_ANSWERED/override"));
        step("review", failedAt, () -> as("officer").post(filing + "/review"));
        step("approval", failedAt, () -> as("approver").body(lookedAt(filing)).post(filing + "/approval"));
        step(
                "release",
                failedAt,
                () -> as("representative")
                        .body(Map.of(
                                "digest",
                                lookedAt(filing).get("digest"),
                                "boardDate",
                                today,
                                "boardResolution",
                                "承認した。"))
                        .post(filing + "/release"));
        step(
                "submission",
                failedAt,
                () -> as("officer").body("""
                {"channel": "持参", "receiptNumber": "第1号", "receivedAt": "%s"}""".formatted(Case2017.now())).post(filing + "/submission"));
        boolean crashed = writes() >= 1000;
        sql("select setval('crash_countdown', 1)");

        as("auditor")
                .get("/filings?order=" + order)
                .then()
                .body("items", hasSize(1))
                .body("items.state", contains("SUBMITTED"));
        String released = as("auditor").get(filing).then().extract().path("submissionSha256");
        assertThat(Digests.sha256(as("auditor").get(filing + "/document.pdf").asByteArray()))
                .isEqualTo(released);
        assertThat(as("auditor").get(filing + "/document.json").asString()).contains("残る言葉である。");
        List<String> events =
                as("auditor").get(filing + "/events").then().extract().path("items.kind");
        assertThat(events).containsOnlyOnce("CREATED", "APPROVED", "RELEASED", "SUBMITTED");
        as("auditor").get("/orders/" + order + "/deadlines").then().body("items[0].state", equalTo("MET"));
        return crashed;
    }

    private long writes() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select last_value from crash_countdown")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Does a step, and does it again if it failed; a second failure is one of the step's own. */
    private void step(String name, Set<String> failedAt, Supplier<Response> call) {
        Response first = call.get();
        if (first.statusCode() == 500) {
            failedAt.add(name);
            first = call.get();
        }
        assertThat(first.statusCode()).as(name + ": " + first.asString()).isEqualTo(200);
    }

    private static Map<String, String> lookedAt(String filing) {
        return Map.of("digest", as("auditor").get(filing).then().extract().path("digest"));
    }

    /** The thousandth write fails; a sequence counts on through a transaction that is rolled back. */
    private void arm() throws SQLException {
        sql("create sequence crash_countdown");
        sql("""
                create function crash() returns trigger language plpgsql as $$
                begin
                    if nextval('crash_countdown') = 1000 then
                        raise exception 'crashed on purpose';
                    end if;
                    return new;
                end
                $$""");
        for (String table : TABLES) {
            sql("create trigger crash before insert or update on " + table + " for each row execute function crash()");
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
