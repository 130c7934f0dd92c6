package org.teishutsu.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teishutsu.common.time.Jst;
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

    @BeforeEach
    void enterOrder() {
        entered.enterFirm();
        entered.enterIncidents();
        order = entered.enterOrder("催促" + entered.attack2017, 21);
        safe = LocalDate.parse(as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items[0].safe"));
        first = "a-" + order + "@sample-fx.example";
        second = "b-" + order + "@sample-fx.example";
        addresses(first, second);
    }

    @AfterEach
    void release() {
        MailServer.hold(false);
        MailServer.refuse(false);
        addresses();
    }

    @Test
    void eachIsRemindedOnceAtEachThresholdAndDailyOnceItHasPassed() {
        for (int days : List.of(14, 13, 7, 3, 1, 0)) {
            at(safe.minusDays(days), 1);
            at(safe.minusDays(days), 9);
        }
        at(safe.plusDays(2), 1);

        await().atMost(60, TimeUnit.SECONDS).until(() -> MailServer.to(first).size() >= 6);
        assertThat(MailServer.to(first))
                .extracting(MailServer.Taken::subject)
                .containsExactlyInAnyOrder(
                        "【訓練】【社内期限まであと14日】業務改善命令に係る初回報告",
                        "【訓練】【社内期限まであと7日】業務改善命令に係る初回報告",
                        "【訓練】【社内期限まであと3日】業務改善命令に係る初回報告",
                        "【訓練】【社内期限まであと1日】業務改善命令に係る初回報告",
                        "【訓練】【社内期限を1日経過】業務改善命令に係る初回報告",
                        "【訓練】【社内期限を2日経過】業務改善命令に係る初回報告");
        await().atMost(60, TimeUnit.SECONDS).until(() -> MailServer.to(second).size() == 6);
        assertThat(MailServer.to(first).get(0).text()).contains("これは訓練です", "提出期限：", "関東財務局");
        JsonPath sent = as("auditor").get("/orders/" + order + "/reminders").jsonPath();
        assertThat(sent.getList("items")).hasSize(12);
        await().until(() -> !as("auditor")
                .get("/orders/" + order + "/reminders")
                .jsonPath()
                .getList("items.sentAt")
                .contains(null));
    }

    @Test
    void aServerThatHangsKeepsNoCallWaitingAndOneThatRefusesIsAskedAgain() {
        MailServer.hold(true);
        at(safe.minusDays(14), 1);
        as("auditor").get("/orders/" + order + "/reminders").then().body("items", hasSize(2));
        assertThat(MailServer.to(first)).isEmpty();
        MailServer.refuse(true);
        MailServer.hold(false);
        await().atMost(60, TimeUnit.SECONDS).until(() -> as("auditor")
                        .get("/orders/" + order + "/reminders")
                        .jsonPath()
                        .getInt("items[0].attempts")
                > 1);
        MailServer.refuse(false);
        await().atMost(60, TimeUnit.SECONDS).until(() -> MailServer.to(first).size() == 1);
    }

    @Test
    void alteredEvidenceIsToldToEverybody() {
        altered.fire(new EvidenceAltered(3, Instant.parse("2017-08-20T15:10:00Z")));
        altered.fire(new EvidenceAltered(3, Instant.parse("2017-08-20T15:10:00Z")));

        await().atMost(60, TimeUnit.SECONDS).until(() -> MailServer.to(second).size() == 1);
        assertThat(MailServer.to(second).get(0).subject()).isEqualTo("【訓練】【要確認】証跡の照合で3件の不一致を検出しました");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        as("officer")
                .body("{\"addresses\": [\"keine\"]}")
                .put("/orders/" + order + "/reminder-addresses")
                .then()
                .statusCode(400);
        as("auditor").get("/orders/" + order + "/reminder-addresses").then().body("addresses", contains(first, second));
    }

    @ParameterizedTest
    @CsvSource({
        "15, -", "14, 14 days before", "13, 14 days before", "7, 7 days before", "4, 7 days before", "3, 3 days before",
        "1, 1 days before", "0, 1 days before", "-1, overdue on 2017-08-16"
    })
    void aDayThatWasMissedIsMadeUpForByTheNext(int left, String why) {
        LocalDate date = LocalDate.of(2017, 8, 15);
        assertThat(Reminders.why(date, date.minusDays(left)).orElse("-")).isEqualTo(why);
    }

    @Test
    void nothingOfADrillLeavesTheMachine() {
        MailSender.requireOnThisMachine("localhost");
        assertThatThrownBy(() -> MailSender.requireOnThisMachine("192.0.2.1")).hasMessageContaining("this machine only");
    }

    private void addresses(String... wanted) {
        as("officer")
                .body(java.util.Map.of("addresses", List.of(wanted)))
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
