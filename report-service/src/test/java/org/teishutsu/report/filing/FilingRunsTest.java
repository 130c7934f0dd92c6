package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.time.DailyTicks;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;
import org.teishutsu.report.Statements;
import org.teishutsu.report.notify.NotifyServer;

/** The daily run after days that were not as they should be: what should exist is made, once, whatever happened. */
@QuarkusTest
@RealSurroundings
class FilingRunsTest {
    private final Case2017 entered = new Case2017();
    private String order;

    @Inject
    Drill drill;

    @Inject
    DailyTicks ticks;

    @Inject
    DataSource database;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void enterCase() {
        entered.enterFirm();
        entered.enterIncidents();
        order = entered.enterOrder();
    }

    @AfterEach
    void notifyServiceIsBack() {
        NotifyServer.answer(200);
    }

    @Test
    void afterThreeMonthsDownEveryMissedReportIsMadeOnceAsOfItsOwnInstant() {
        List<String> asOf = asOf();
        beDownUntil(nominal(2));

        ticks.runDue();

        filings().body("items.number", contains(0, 1, 2)).body("items.asOf", equalTo(asOf));
        as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .body("items.findAll { it.overdue }.number", contains(0, 1, 2));
        ticks.runDue();
        filings().body("items.number", contains(0, 1, 2));
    }

    @Test
    void theListCostsTheSameStatementsHoweverManyFilingsItShows() {
        beDownUntil(nominal(2));
        ticks.runDue();

        long one = statements(1);
        assertThat(one).isPositive();
        assertThat(statements(3)).isEqualTo(one);
    }

    private long statements(int filings) {
        return Statements.of(
                sessions,
                () -> as("auditor")
                        .get("/filings?order=" + order + "&limit=" + filings)
                        .then()
                        .body("items", hasSize(filings)));
    }

    @Test
    void aDutyThatEndedWhileTheServiceWasDownLeavesWhatWasMissedAndMakesNothingLater() {
        LocalDate third = nominal(2);
        endDuty(nominal(1)).then().statusCode(200);
        beDownUntil(third);

        ticks.runDue();

        filings().body("items.number", contains(0, 1)).body("items.state", contains("DRAFT", "DRAFT"));
        as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .body("items.state", contains("OPEN", "OPEN", "NOT_NEEDED"));
    }

    @Test
    void aDutyThatEndsInTheMiddleOfARunLeavesNoDraftBehind() throws Exception {
        order = entered.enterOrder("途中", 2);
        String today = Jst.date(Case2017.now()).toString();
        ExecutorService people = Executors.newFixedThreadPool(2);
        try (Connection busy = database.getConnection();
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select id from supervisory_order where id = '" + order + "' for update");
            // Whoever comes first waits first: the end of the duty, then the run, which has seen the deadline open.
            Future<Response> end = people.submit(() -> endDuty(LocalDate.parse("2017-07-28")));
            awaitWaiting(1);
            Future<Response> run = people.submit(
                    () -> as("officer").body(Map.of("date", today)).post("/filing-runs"));
            awaitWaiting(2);
            busy.rollback();
            assertThat(end.get(2, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
            assertThat(run.get(2, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        } finally {
            people.shutdownNow();
        }

        filings().body("items", empty());
    }

    private void awaitWaiting(int sessions) {
        await().atMost(2, TimeUnit.MINUTES)
                .untilAsserted(() -> assertThat(waiting()).isEqualTo(sessions));
    }

    private int waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%supervisory_order%'""")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void whileNotifyServiceIsAwayForTwoDaysOneDraftWaitsAndIsThenWrittenAsOfTheSameInstant() {
        String asOf = asOf().get(0);
        NotifyServer.answer(503);
        Case2017.passAsOf(order, 0);
        Instant back = Case2017.now().plusSeconds(2 * 86_400);
        as("officer")
                .body(Map.of("instant", back.toString()))
                .put("/drill/clock")
                .then()
                .statusCode(200);
        filings()
                .body("items.waiting", contains(startsWith("No figures from notify-service")))
                .body("items.asOf", contains(asOf));
        String filing = filings().extract().path("items[0].id");
        List<List<String>> waited =
                as("auditor").get("/filing-runs?limit=3").then().extract().path("items.waiting.filing");
        assertThat(waited).hasSize(3).allSatisfy(run -> assertThat(run).contains(filing));

        NotifyServer.answer(200);
        as("officer")
                .body(Map.of("instant", back.plusSeconds(86_400).toString()))
                .put("/drill/clock")
                .then()
                .statusCode(200);

        filings().body("items.waiting", contains(nullValue())).body("items.id", contains(filing));
        as("auditor").get("/filings/" + filing + "/document.json").then().body("figures.asOf", equalTo(asOf));
    }

    @Test
    void aRunForADayThatIsLongPastMakesNothingNew() {
        Case2017.passAsOf(order, 0);
        String before = Jst.date(Case2017.now()).minusDays(5).toString();

        as("officer")
                .body(Map.of("date", before))
                .post("/filing-runs")
                .then()
                .statusCode(200)
                .body("made", empty());

        filings().body("items.number", contains(0));
    }

    private Response endDuty(LocalDate effectiveOn) {
        return as("officer")
                .body(Map.of("document", "関財金1第9号", "effectiveOn", effectiveOn.toString()))
                .post("/orders/" + order + "/release");
    }

    /** The clock goes on and no tick runs. */
    private void beDownUntil(LocalDate day) {
        drill.setForward(Jst.endOf(day).plusSeconds(3600));
    }

    private ValidatableResponse filings() {
        return as("auditor").get("/filings?order=" + order).then();
    }

    private List<String> asOf() {
        return as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items.asOf");
    }

    private LocalDate nominal(int number) {
        return LocalDate.parse(as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items[" + number + "].nominal"));
    }
}
