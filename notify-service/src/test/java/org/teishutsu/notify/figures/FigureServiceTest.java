package org.teishutsu.notify.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.figures.History.Delivery;
import org.teishutsu.notify.figures.History.Recipient;

@QuarkusTest
@NotifyServiceTest
class FigureServiceTest {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(400));

    @Inject
    DataSource dataSource;

    @Inject
    FigureService service;

    @Inject
    ItemCatalogues catalogues;

    private ItemCatalogue catalogue;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
        catalogue = catalogues.refreshed();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyHistoryCountsAsByHandAtAnyInstant(long seed) {
        History history = RandomHistory.of(seed, START, 500);
        history.write(dataSource);
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            Instant asOf = i % 2 == 0
                    ? history.events.get(random.nextInt(history.events.size())).at()
                    : START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 80)));
            Figures figures = service.figures(History.INCIDENTS, asOf);
            assertThat(figures)
                    .as("seed %d as of %s", seed, asOf)
                    .isEqualTo(new CountByHand(history, asOf, catalogue).figures());
            assertSums(figures);
        }
    }

    @Test
    void whatIsRecordedLaterNeverShowsInEarlierFigures() {
        History history = RandomHistory.of(99, START, 400);
        history.write(dataSource);
        Instant asOf = START.plus(Duration.ofDays(30));
        byte[] before = bytes(asOf);
        Recipient late = history.recipients.get(0);
        LedgerFixture.execute(dataSource, """
                update exposure set withdrawn_at = domain_now(), reason = 'MERGED' where withdrawn_at is null;
                insert into delivery_event (delivery_id, state, recorded_at)
                    select id, 'BOUNCED', domain_now() from delivery;
                insert into inquiry (id, received_at, channel, kind, recipient_id, recorded_at, recorded_by)
                    values (gen_random_uuid(), timestamptz '2000-01-01', 'TELEPHONE', 'COMPLAINT', '%s', domain_now(), 'desk')
                """.formatted(late.id()));
        assertThat(bytes(asOf)).isEqualTo(before);
        assertThat(bytes(asOf)).isEqualTo(before);
    }

    @Test
    void aQuestionWaitsForATransactionThatWasStampedBeforeIt() throws Exception {
        History history = new History(START);
        Recipient recipient = history.recipient(true, true);
        history.expose(recipient, "2017-attack", 1, START);
        Delivery delivery = history.plan(recipient, "EMAIL", START);
        history.write(dataSource);
        try (Connection writer = dataSource.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into delivery_event (delivery_id, state, recorded_at) values ('" + delivery.id()
                    + "', 'SENT', domain_now())");
            Instant stamped;
            try (ResultSet now = statement.executeQuery("select recorded_at from delivery_event")) {
                now.next();
                stamped = now.getTimestamp(1).toInstant();
            }
            CompletableFuture<byte[]> question = CompletableFuture.supplyAsync(() -> bytes(stamped));
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() ->
                            "1".equals(LedgerFixture.strings(dataSource, """
                            select count(*) from pg_locks where locktype = 'advisory' and not granted
                            """).get(0)));
            assertThat(question).isNotDone();
            writer.commit();
            byte[] answer = question.get(20, TimeUnit.SECONDS);
            assertThat(new String(answer, java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"SENT\":1");
            assertThat(bytes(stamped)).isEqualTo(answer);
        }
    }

    @Test
    void sentTurnsIntoNoReturnAfterTheWaitingTimeAndNotAMicrosecondEarlier() {
        History history = new History(START);
        Recipient recipient = history.recipient(true, true);
        history.expose(recipient, "2017-attack", 1, START);
        Instant sent = START.plus(Duration.ofHours(30));
        history.happened(history.plan(recipient, "EMAIL", START), "SENT", sent);
        history.write(dataSource);
        Instant silent = sent.plus(Duration.ofDays(14));
        figures(silent.minusNanos(1000)).body("union.reach.SENT", equalTo(1)).body("union.reach.NO_RETURN", equalTo(0));
        figures(silent).body("union.reach.SENT", equalTo(0)).body("union.reach.NO_RETURN", equalTo(1));
    }

    @Test
    void aLongerWaitingTimeCountsFromTheInstantItIsRecordedOnly() {
        History history = new History(START);
        Recipient recipient = history.recipient(true, true);
        history.expose(recipient, "2017-attack", 1, START);
        history.happened(history.plan(recipient, "EMAIL", START), "SENT", START.plusSeconds(1));
        history.write(dataSource);
        Instant changed = START.plus(Duration.ofDays(20));
        byte[] before = bytes(changed.minusNanos(1000));
        LedgerFixture.execute(
                dataSource,
                "insert into waiting_time (email_days, letter_days, recorded_at) values (60, 90, timestamptz '"
                        + changed + "')");
        try {
            assertThat(bytes(changed.minusNanos(1000))).isEqualTo(before);
            figures(changed.minusNanos(1000)).body("union.reach.NO_RETURN", equalTo(1));
            figures(changed)
                    .body("union.reach.SENT", equalTo(1))
                    .body("noReturnAfter.emailDays", equalTo(60))
                    .body("noReturnAfter.letterDays", equalTo(90));
        } finally {
            LedgerFixture.execute(dataSource, "delete from waiting_time where email_days = 60");
        }
    }

    @Test
    void theWireHasEveryKeyInOrder() {
        History history = new History(START);
        history.expose(history.recipient(true, true), "2016-attack", 0b111, START);
        history.expose(history.recipient(false, false), "2017-attack", 0b1, START);
        history.write(dataSource);
        String asOf = START.plusSeconds(60).toString();
        assertThat(new String(bytes(START.plusSeconds(60)), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("""
                {"asOf":"%s","noReturnAfter":{"emailDays":14,"letterDays":30},"incidents":[\
                {"incident":"2016-attack","exposures":1,"combinations":[{"items":["NAME","NAME_KANA","EMAIL"],"exposures":1}],\
                "reach":{"NOT_STARTED":1,"IN_PROGRESS":0,"SENT":0,"NO_RETURN":0,"CONFIRMED":0,"NOT_REACHED":0,"SUBSTITUTED":0,"CLOSED":0}},\
                {"incident":"2017-attack","exposures":1,"combinations":[{"items":["NAME"],"exposures":1}],\
                "reach":{"NOT_STARTED":1,"IN_PROGRESS":0,"SENT":0,"NO_RETURN":0,"CONFIRMED":0,"NOT_REACHED":0,"SUBSTITUTED":0,"CLOSED":0}}],\
                "union":{"exposures":2,"recipients":2,"inSeveralIncidents":0,\
                "reach":{"NOT_STARTED":2,"IN_PROGRESS":0,"SENT":0,"NO_RETURN":0,"CONFIRMED":0,"NOT_REACHED":0,"SUBSTITUTED":0,"CLOSED":0},\
                "deliveries":{\
                "EMAIL":{"QUEUED":0,"SENDING":0,"SENT":0,"DELIVERED":0,"BOUNCED":0,"REJECTED":0,"UNCERTAIN":0,"PRINTED":0,"POSTED":0,"RETURNED":0,"CANCELLED":0},\
                "LETTER":{"QUEUED":0,"SENDING":0,"SENT":0,"DELIVERED":0,"BOUNCED":0,"REJECTED":0,"UNCERTAIN":0,"PRINTED":0,"POSTED":0,"RETURNED":0,"CANCELLED":0},\
                "TELEPHONE":{"QUEUED":0,"SENDING":0,"SENT":0,"DELIVERED":0,"BOUNCED":0,"REJECTED":0,"UNCERTAIN":0,"PRINTED":0,"POSTED":0,"RETURNED":0,"CANCELLED":0}},\
                "notTold":{"NOT_PLANNED":1,"NO_ADDRESS":1,"LETTER_DUE":0,"QUEUED":0,"RETRYING":0,"REFUSED":0,"BOUNCED":0,"RETURNED":0,"UNPRINTABLE":0,"UNCERTAIN":0},\
                "closed":{"DECEASED":0,"DISSOLVED":0,"DECLINED":0,"OTHER":0},\
                "calls":{"TOLD":0,"MESSAGE_LEFT":0,"NO_ANSWER":0,"IDENTITY_NOT_SHOWN":0,"DECLINED":0,"WRONG_NUMBER":0,"OUT_OF_SERVICE":0},\
                "inquiries":{"QUESTION":0,"COMPLAINT":0,"SUSPICIOUS_TRANSACTION":0,"OTHER":0},\
                "harm":{"ALLEGED":0,"CONFIRMED":0,"RULED_OUT":0},\
                "corrections":{"DUE":0,"SENT":0,"CLOSED":0}}}""".formatted(asOf));
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        new History(START).write(dataSource);
        figures(START.minusSeconds(1))
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"))
                .body("detail", containsString("2016-attack, 2017-attack"));
        figures(START).statusCode(200).body("union.exposures", equalTo(0));
    }

    @Test
    void questionsThatCannotBeAnsweredAreRefused() {
        as("officer", "/figures?incident=2017-attack").statusCode(400).body("violations.field", hasItem("asOf"));
        as("officer", "/figures?asOf=2017-08-08T15:00:00Z")
                .statusCode(400)
                .body("violations.field", hasItem("incident"));
        as("officer", "/figures?incident=2017-attack&asOf=2017-08-08")
                .statusCode(400)
                .body("violations.field", hasItem("asOf"));
        as("officer", "/figures?incident=2017-attack&asOf=2999-01-01T00:00:00Z")
                .statusCode(400)
                .body("type", equalTo("urn:problem:as-of-in-future"));
        as("desk", "/figures?incident=2017-attack&asOf=2017-08-08T15:00:00Z").statusCode(403);
        given().get("/figures?incident=2017-attack&asOf=2017-08-08T15:00:00Z")
                .then()
                .statusCode(401);
    }

    @Test
    void combinationsAreThoseOfTheFigures() {
        History history = RandomHistory.of(7, START, 300);
        history.write(dataSource);
        Instant asOf = START.plus(Duration.ofDays(20));
        IncidentFigures figures =
                service.figures(History.INCIDENTS, asOf).incidents().get(0);
        as("service", "/exposures/2016-attack/combinations?asOf=" + asOf)
                .statusCode(200)
                .body("incident", equalTo("2016-attack"))
                .body("exposures", equalTo((int) figures.exposures()))
                .body("combinations.exposures.sum()", equalTo((int) figures.exposures()));
        as("auditor", "/exposures/2016-attack/combinations").statusCode(200);
        as("desk", "/exposures/2016-attack/combinations").statusCode(403);
        as("auditor", "/exposures/2099-attack/combinations").statusCode(409);
    }

    private static void assertSums(Figures figures) {
        assertThat(figures.union().sumOfReach()).isEqualTo(figures.union().recipients());
        assertThat(figures.union().sumOfClosed())
                .isEqualTo(figures.union().reach().get(Reach.CLOSED));
        assertThat(figures.union().sumOfNotTold()).isEqualTo(figures.union().notToldByReach());
        long exposures = 0;
        for (IncidentFigures incident : figures.incidents()) {
            assertThat(incident.sumOfCombinations()).isEqualTo(incident.exposures());
            assertThat(incident.sumOfReach()).isEqualTo(incident.exposures());
            exposures += incident.exposures();
        }
        assertThat(figures.union().exposures()).isEqualTo(exposures);
        assertThat(figures.union().recipients() + figures.union().inSeveralIncidents())
                .isEqualTo(exposures);
    }

    private static byte[] bytes(Instant asOf) {
        return figures(asOf).statusCode(200).extract().asByteArray();
    }

    private static ValidatableResponse figures(Instant asOf) {
        return as("service", "/figures?incident=2017-attack&incident=2016-attack&asOf=" + asOf);
    }

    private static ValidatableResponse as(String user, String path) {
        return given().auth().preemptive().basic(user, "test").get(path).then();
    }
}
