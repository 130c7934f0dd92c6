package org.teishutsu.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;
import org.teishutsu.report.evidence.EvidenceAltered;

/** Reminders go to a real mail server, each once, and nobody waits for it. */
@QuarkusTest
@RealSurroundings
class ReminderTest {
    private final Case2017 entered = new Case2017();
    private String order;
    private LocalDate safe;
    private String first;
    private String second;

    @Inject
    Event<EvidenceAltered> altered;

    @Inject
    Reminders ticking;

    @Inject
    MailOutbox outbox;

    @Inject
    ReactiveMailer mailer;

    @Inject
    ReminderConfig config;

    @Inject
    Drill drill;

    @Inject
    Vertx vertx;

    @BeforeEach
    void enterCase() {
        entered.enterFirm();
        entered.enterIncidents();
    }

    /** An order whose first report is due in so many days, and two people to remind of it. */
    private void orderDueIn(int days) {
        order = entered.enterOrder("催促" + entered.attack2017, days);
        safe = LocalDate.parse(as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items[0].safe"));
        first = "a-" + order + "@sample-fx.example";
        second = "b-" + order + "@sample-fx.example";
        addresses(first, second);
    }

    private void tickToday() {
        ticking.tick(Jst.date(Case2017.now()));
    }

    @AfterEach
    void release() {
        MailServer.hold(false);
        MailServer.refuse(false);
        if (order != null) {
            addresses();
        }
    }

    @Test
    void eachIsRemindedOnceAtEachThresholdAndDailyOnceItHasPassed() {
        orderDueIn(25);
        for (int days : List.of(14, 13, 7, 3, 1, 0)) {
            at(safe.minusDays(days), 1);
            at(safe.minusDays(days), 9);
        }
        at(safe.plusDays(2), 1);

        List<String> subjects = List.of(
                "【訓練】【社内期限まであと14日】業務改善命令に係る初回報告",
                "【訓練】【社内期限まであと7日】業務改善命令に係る初回報告",
                "【訓練】【社内期限まであと3日】業務改善命令に係る初回報告",
                "【訓練】【社内期限まであと1日】業務改善命令に係る初回報告",
                "【訓練】【社内期限を1日経過】業務改善命令に係る初回報告",
                "【訓練】【社内期限を2日経過】業務改善命令に係る初回報告");
        JsonPath sent = as("auditor").get("/orders/" + order + "/reminders").jsonPath();
        assertThat(sent.getList("items.subject"))
                .containsExactlyInAnyOrderElementsOf(
                        subjects.stream().flatMap(each -> Stream.of(each, each)).toList());
        awaitAllSent(12);
        for (String address : List.of(first, second)) {
            assertThat(reminders(address))
                    .extracting(MailServer.Taken::subject)
                    .containsExactlyInAnyOrderElementsOf(subjects);
        }
        assertThat(reminders(first).get(0).text()).contains("これは訓練です", "提出期限：", "関東財務局");
    }

    @Test
    void aServerThatHangsKeepsNoCallWaitingAndOneThatRefusesIsAskedAgain() {
        orderDueIn(10);
        MailServer.hold(true);
        tickToday();
        as("auditor").get("/orders/" + order + "/reminders").then().body("items", hasSize(2));
        assertThat(reminders(first)).isEmpty();
        MailServer.refuse(true);
        MailServer.hold(false);
        soon().until(() ->
                as("auditor").get("/orders/" + order + "/reminders").jsonPath().getInt("items[0].attempts") > 1);
        MailServer.refuse(false);
        awaitAllSent(2);
        assertThat(reminders(first)).hasSize(1);
        assertThat(reminders(second)).hasSize(1);
    }

    @Test
    void twoProcessesRemindOnceAndSendEachMailOnce() throws Exception {
        orderDueIn(10);
        tickToday();
        awaitAllSent(2);
        String[] many = IntStream.range(0, 40)
                .mapToObj(i -> "m" + i + "-" + order + "@sample-fx.example")
                .toArray(String[]::new);
        addresses(many);
        together(this::tickToday);
        MailSender one = new MailSender(outbox, mailer, config, drill, vertx, "localhost");
        MailSender other = new MailSender(outbox, mailer, config, drill, vertx, "localhost");
        together(one::round, other::round);
        one.end();
        other.end();

        awaitAllSent(42);
        for (String address : many) {
            assertThat(reminders(address)).hasSize(1);
        }
    }

    @Test
    void whatAProcessThatDiedHadInHandIsSentByAnotherUnderTheSameName() {
        orderDueIn(10);
        String address = "crash-" + order + "@sample-fx.example";
        StaffMail mail = new StaffMail("crash " + order, UUID.fromString(order), address, "件名", "本文");
        List<MailOutbox.Claimed> inHand = QuarkusTransaction.requiringNew().call(() -> {
            outbox.add(mail, Case2017.now(), "test");
            return outbox.claim(1000, Duration.ofHours(1));
        });
        UUID id = inHand.stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow()
                .id();
        together(() -> QuarkusTransaction.requiringNew()
                .run(() -> assertThat(outbox.claim(1000, Duration.ZERO))
                        .extracting(MailOutbox.Claimed::id)
                        .doesNotContain(id)));
        QuarkusTransaction.requiringNew().run(() -> inHand.forEach(each -> outbox.again(each.id(), Duration.ZERO)));

        awaitAllSent(1);
        assertThat(MailServer.to(address))
                .extracting(MailServer.Taken::id)
                .containsExactly("<" + id + "@reminders.teishutsu>");
        as("auditor")
                .get("/orders/" + order + "/reminders")
                .then()
                .body("items.attempts", contains(greaterThanOrEqualTo(2)));
    }

    @Test
    void alteredEvidenceIsToldToEverybodyOnceADay() {
        orderDueIn(10);
        Instant night = Jst.at(safe, LocalTime.of(0, 10));
        altered.fire(new EvidenceAltered(3, night));
        altered.fire(new EvidenceAltered(3, night.plusSeconds(1)));
        altered.fire(new EvidenceAltered(4, night.plusSeconds(2)));

        soon().until(() -> alarms(second).size() == 2);
        assertThat(alarms(second))
                .containsExactlyInAnyOrder("【訓練】【要確認】証跡の照合で3件の不一致を検出しました", "【訓練】【要確認】証跡の照合で4件の不一致を検出しました");
    }

    private static List<String> alarms(String address) {
        return MailServer.to(address).stream()
                .map(MailServer.Taken::subject)
                .filter(each -> each.contains("証跡の照合"))
                .toList();
    }

    /** Those of deadlines: a night's reading of the evidence that other tests left may have its own mail. */
    private static List<MailServer.Taken> reminders(String address) {
        return MailServer.to(address).stream()
                .filter(each -> each.subject().contains("業務改善命令に係る"))
                .toList();
    }

    private void awaitAllSent(int number) {
        soon().until(() -> {
            List<Object> sent = as("auditor")
                    .get("/orders/" + order + "/reminders?limit=1000")
                    .jsonPath()
                    .getList("items.sentAt");
            return sent.size() == number && !sent.contains(null);
        });
    }

    private static ConditionFactory soon() {
        return await().atMost(2, TimeUnit.MINUTES);
    }

    /** Each of some at once, or one of them twice at once; none may fail. */
    private static void together(Runnable... works) {
        Stream<Runnable> all = works.length == 1 ? Stream.of(works[0], works[0]) : Stream.of(works);
        CompletableFuture.allOf(all.map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new))
                .join();
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        orderDueIn(10);
        as("officer")
                .body("{\"addresses\": [\"keine\"]}")
                .put("/orders/" + order + "/reminder-addresses")
                .then()
                .statusCode(400);
        as("auditor").get("/orders/" + order + "/reminder-addresses").then().body("addresses", contains(first, second));
    }

    @ParameterizedTest
    @CsvSource({
        "15, -",
        "14, 14 days before",
        "13, 14 days before",
        "7, 7 days before",
        "4, 7 days before",
        "3, 3 days before",
        "1, 1 days before",
        "0, 1 days before",
        "-1, overdue on 2017-08-16"
    })
    void aDayThatWasMissedIsMadeUpForByTheNext(int left, String why) {
        LocalDate date = LocalDate.of(2017, 8, 15);
        assertThat(Reminders.why(date, date.minusDays(left)).orElse("-")).isEqualTo(why);
    }

    @Test
    void nothingOfADrillLeavesTheMachine() {
        MailSender.requireOnThisMachine("localhost");
        assertThatThrownBy(() -> MailSender.requireOnThisMachine("192.0.2.1"))
                .hasMessageContaining("this machine only");
    }

    private void addresses(String... wanted) {
        as("officer")
                .body(Map.of("addresses", List.of(wanted)))
                .put("/orders/" + order + "/reminder-addresses")
                .then()
                .statusCode(200);
    }

    private static void at(LocalDate day, int hour) {
        Instant instant = Jst.at(day, LocalTime.of(hour, 0));
        as("officer")
                .body("{\"instant\": \"%s\"}".formatted(instant))
                .put("/drill/clock")
                .then()
                .statusCode(200);
    }
}
