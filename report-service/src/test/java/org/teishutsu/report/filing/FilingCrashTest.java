package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.filing.FilingWalk.digest;
import static org.teishutsu.report.filing.FilingWalk.lookedAt;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/**
 * One filing's way with the database failing at each write of each step in turn: whatever was under way is as if it had
 * not been, the step is done again, and at the end there is one filing, whole.
 */
@QuarkusTest
@RealSurroundings
class FilingCrashTest {
    private static final List<String> TABLES = List.of(
            "filing",
            "filing_event",
            "filing_text",
            "filing_override",
            "filing_check",
            "filing_document",
            "filing_submission",
            "filing_run");

    /** Where the countdown fails. */
    private static final int FAILS = 1000;

    @Inject
    DataSource database;

    /** How many crashes each step went through. */
    private final Map<String, Integer> crashes = new LinkedHashMap<>();

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
        Case2017 entered = new Case2017();
        entered.enterFirm();
        entered.enterIncidents();
        String order = entered.enterOrder("再起動", 2);
        for (int clause = 1; clause <= 3; clause++) {
            entered.enterMeasure(order, clause);
        }
        arm();
        String today = Jst.date(Case2017.now()).toString();
        Map<String, String> day = Map.of("date", today);
        step("run", () -> as("officer").body(day).post("/filing-runs"));
        step("run with nothing to make", () -> as("officer").body(day).post("/filing-runs"));
        String filing = "/filings/"
                + as("auditor").get("/filings?order=" + order).then().extract().<String>path("items[0].id");
        String text = as("auditor").get(filing + "/sections/4").then().extract().path("text");
        Map<String, String> words = Map.of("text", text + "\n\n残る言葉である。");
        step("edit", () -> as("officer").body(words).put(filing + "/sections/4"));
        step("refresh", () -> as("officer").post(filing + "/refresh"));
        // The measures were recorded after the as-of instant, which had to have passed: no clause is answered yet.
        Map<String, String> override = Map.of("reason", "基準日後に定めた。", "note", "改善策は基準日後に定めた。");
        step("override", () -> as("approver2").body(override).post(filing + "/checks/EVERY_CLAUSE_ANSWERED/override"));
        step("review", () -> as("officer").post(filing + "/review"));
        step("approval", () -> as("approver").body(lookedAt(filing)).post(filing + "/approval"));
        step(
                "release",
                () -> as("representative")
                        .body(Map.of("digest", digest(filing), "boardDate", today, "boardResolution", "承認した。"))
                        .post(filing + "/release"));
        String receipt = """
                {"channel": "持参", "receiptNumber": "第1号", "receivedAt": "%s"}""".formatted(Case2017.now());
        step("submission", () -> as("officer").body(receipt).post(filing + "/submission"));

        assertThat(crashes.values()).as(crashes.toString()).allMatch(times -> times > 0);
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
        assertThat(events).containsOnlyOnce("CREATED", "EDITED", "OVERRIDDEN", "APPROVED", "RELEASED", "SUBMITTED");
        as("auditor").get("/orders/" + order + "/deadlines").then().body("items[0].state", equalTo("MET"));
    }

    /** Fails the first write of a step, then the second, and so on, until the step has no more: then it is done. */
    private void step(String name, Supplier<Response> call) throws SQLException {
        int write = 0;
        boolean crashed = true;
        while (crashed) {
            write++;
            sql("select setval('crash_countdown', " + (FAILS - write) + ")");
            Response answer = call.get();
            crashed = writes() >= FAILS;
            // A run that has made a draft and cannot write it says so and lets it wait.
            List<Integer> expected =
                    !crashed ? List.of(200) : name.startsWith("run") ? List.of(500, 200) : List.of(500);
            assertThat(answer.statusCode())
                    .as("%s, write %d: %s", name, write, answer.asString())
                    .isIn(expected);
        }
        crashes.put(name, write - 1);
    }

    private long writes() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select last_value from crash_countdown")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A sequence counts on through a transaction that is rolled back. */
    private void arm() throws SQLException {
        sql("create sequence crash_countdown");
        sql("""
                create function crash() returns trigger language plpgsql as $$
                begin
                    if nextval('crash_countdown') = %d then
                        raise exception 'crashed on purpose';
                    end if;
                    return new;
                end
                $$""".formatted(FAILS));
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
