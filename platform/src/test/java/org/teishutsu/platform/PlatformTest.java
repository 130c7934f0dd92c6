package org.teishutsu.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.DailyTicks;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.testing.LogCapture;
import org.teishutsu.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PlatformTest {

    private static final String THING = "{\"name\":\"%s\",\"at\":\"2017-07-28T00:00:00Z\"}";

    @Inject
    Things things;

    @Inject
    Facts facts;

    @Inject
    Clock clock;

    @Inject
    DataSource dataSource;

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test").contentType(ContentType.JSON);
    }

    private static ValidatableResponse set(Instant drillClock) {
        return as("officer")
                .body("{\"instant\":\"" + drillClock + "\"}")
                .put("/drill/clock")
                .then();
    }

    @Test
    void callWithoutUserIsChallengedWithAProblem() {
        given().get("/things/1")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("type", equalTo("urn:problem:unauthorized"));
    }

    @Test
    void metricsAreForUsersAndHealthAndOpenApiForEverybody() {
        given().get("/q/metrics").then().statusCode(401);
        as("auditor").get("/q/metrics").then().statusCode(200);
        given().get("/q/health").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/drill/clock"));
    }

    @Test
    void wrongPasswordIsChallenged() {
        given().auth()
                .preemptive()
                .basic("officer", "wrong")
                .get("/things/1")
                .then()
                .statusCode(401);
    }

    @Test
    void wrongRoleIsForbidden() {
        as("desk").get("/things/1").then().statusCode(403).body("type", equalTo("urn:problem:forbidden"));
    }

    @Test
    void endpointThatNamesNoRoleIsClosedToEverybody() {
        as("officer").get("/things/forgotten").then().statusCode(403);
    }

    @Test
    void unknownIdAndUnknownPathAreNotFound() {
        as("officer")
                .get("/things/7")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no thing 7"))
                .body("instance", equalTo("/things/7"));
        as("officer").get("/nothing").then().statusCode(404).body("type", equalTo("urn:problem:not-found"));
    }

    @Test
    void logKnowsThePathButNotWhatWasAskedFor() {
        try (LogCapture log = new LogCapture()) {
            as("officer").get("/things/7").then().statusCode(404);
            as("officer").get("/things/7k3q").then().statusCode(404);
            as("officer").get("/elsewhere/7k3q").then().statusCode(404);
            as("desk").get("/things/named/7k3q").then().statusCode(403);
            assertThat(log.text())
                    .contains(
                            "404 /things/{id} NOT_FOUND",
                            "404 /elsewhere/… NOT_FOUND",
                            "/things/named/{name} FORBIDDEN")
                    .doesNotContain("7k3q", "/things/7");
        }
    }

    @Test
    void nulInPathOrQueryIsRefused() {
        for (String address : List.of(
                "/things/named/%00", "/things/named/a%00b", "/things/named/a?reason=%00", "/things/named/a?x%00=1")) {
            as("officer")
                    .urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:problem:invalid-request"))
                    .body("detail", containsString("U+0000"));
        }
        as("officer")
                .urlEncodingEnabled(false)
                .post("/things/named/a%00b")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem:invalid-request"));
        as("officer")
                .urlEncodingEnabled(false)
                .get("/things/named/%2500?reason=%2500")
                .then()
                .statusCode(200)
                .body("name", equalTo("%00"));
    }

    @Test
    void wrongMethodIsAProblemToo() {
        as("officer")
                .delete("/things/7")
                .then()
                .statusCode(405)
                .body("type", equalTo("urn:problem:method-not-allowed"));
    }

    @Test
    void invalidBodyListsWhatIsWrong() {
        as("officer")
                .body("{\"name\":\" \"}")
                .post("/things")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem:invalid-request"))
                .body("violations.field", hasItem("name"))
                .body("violations.field", hasItem("at"));
    }

    @Test
    void unknownFieldBadValueAndBrokenJsonNameThePlace() {
        as("officer")
                .body("{\"nmae\":\"a\"}")
                .post("/things")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("nmae"))
                .body("violations[0].message", containsString("no such field"));
        as("officer")
                .body("{\"name\":\"a\",\"at\":\"yesterday\"}")
                .post("/things")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("at"));
        as("officer").body("{\"name\":").post("/things").then().statusCode(400);
        as("officer").post("/things").then().statusCode(400);
    }

    @Test
    void textThatTheDatabaseCannotHoldIsRefusedWithItsPlace() {
        as("officer")
                .body(THING.formatted("a\\u0000b"))
                .post("/things")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void failureDoesNotTellItsMessage() {
        as("officer")
                .body(THING.formatted("broken"))
                .post("/things")
                .then()
                .statusCode(500)
                .body("detail", containsString("log tells more"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void sameKeyAndContentGetTheFirstAnswerAgain() {
        String body = THING.formatted("once");
        String first = as("officer")
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/things")
                .asString();
        as("officer")
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/things")
                .then()
                .statusCode(201)
                .header("Location", containsString("/things/"))
                .body(equalTo(first));
        assertThat(things.made).containsOnlyOnce("once");
    }

    @Test
    void sameKeyWithOtherContentIsRefused() {
        as("officer")
                .header("Idempotency-Key", "k2")
                .body(THING.formatted("a1"))
                .post("/things")
                .then()
                .statusCode(201);
        as("officer")
                .header("Idempotency-Key", "k2")
                .body(THING.formatted("a2"))
                .post("/things")
                .then()
                .statusCode(422);
        as("officer2")
                .header("Idempotency-Key", "k2")
                .body(THING.formatted("a3"))
                .post("/things")
                .then()
                .statusCode(201);
        assertThat(things.made).contains("a1", "a3").doesNotContain("a2");
    }

    @Test
    void failedCallLeavesItsKeyFree() {
        String body = THING.formatted("broken");
        as("officer")
                .header("Idempotency-Key", "k3")
                .body(body)
                .post("/things")
                .then()
                .statusCode(500);
        as("officer")
                .header("Idempotency-Key", "k3")
                .body(body)
                .post("/things")
                .then()
                .statusCode(500);
    }

    @Test
    void callsThatChangeAreAudited() {
        as("desk").body(THING.formatted("mine")).post("/things").then().statusCode(403);
        as("auditor")
                .get("/audit?limit=1000")
                .then()
                .statusCode(200)
                .body("items.findAll { it.who == 'desk' && it.path == '/things' }.status", hasItem(403));
    }

    @Test
    void drillClockMayRunPastItsTargetWhileATickWorks() {
        Instant justAfter = DailyTicks.nextAfter(clock.instant()).plusNanos(1000);
        set(justAfter).statusCode(200);
        assertThat(clock.instant()).isAfter(justAfter);
    }

    @Test
    void drillClockGoesOnFromWhereAnotherProcessHasSetIt() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update drill_clock set ahead_micros = ahead_micros + 3 * 86400000000");
        }
        Instant target =
                DailyTicks.nextAfter(clock.instant().plus(Duration.ofDays(3))).plusSeconds(60);
        set(target).statusCode(200);
        assertThat(clock.instant()).isBetween(target, target.plusSeconds(30));
    }

    @Test
    void drillClockGoesForwardOnlyAndRunsTheTicksItPasses() {
        Instant start = Jst.at(Jst.date(clock.instant()).plusDays(2), LocalTime.NOON);
        set(start).statusCode(200);
        LocalDate day = Jst.date(start);
        Instant later = start.plus(Duration.ofDays(3));
        set(later).statusCode(200);
        assertThat(clock.instant()).isBetween(later, later.plusSeconds(30));
        assertThat(things.days).containsSubsequence(day.plusDays(1), day.plusDays(2), day.plusDays(3));
        assertThat(things.days).doesNotHaveDuplicates();
        set(start).statusCode(409).body("detail", containsString("only goes forward"));
    }

    @Test
    void questionAsOfTheFutureIsRefused() {
        assertThatThrownBy(() -> facts.asOf(clock.instant().plusSeconds(60), () -> 1))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void stampOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> facts.stamp()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void questionWaitsForFactsStampedBeforeItAndCommittedAfterwards() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch stamped = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Future<Instant> writer =
                    pool.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        Instant stamp = facts.stamp();
                        stamped.countDown();
                        assertThat(mayCommit.await(20, TimeUnit.SECONDS)).isTrue();
                        return stamp;
                    }));
            assertThat(stamped.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Instant> question = pool.submit(() -> facts.settledNow());
            awaitSomebodyWaitingForTheFactLock();
            assertThat(question).isNotDone();
            mayCommit.countDown();
            assertThat(question.get(20, TimeUnit.SECONDS)).isAfter(writer.get());
        } finally {
            pool.shutdownNow();
        }
    }

    private void awaitSomebodyWaitingForTheFactLock() throws SQLException {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < limit) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("Nobody waited for the fact lock within 20 s");
    }
}
