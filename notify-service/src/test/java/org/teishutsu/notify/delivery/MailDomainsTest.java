package org.teishutsu.notify.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customer;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.testing.LogCapture;

/** What is refused by policy is no bad address; what has a rate or rests does not stand before the rest. */
@QuarkusTest
@NotifyServiceTest
class MailDomainsTest {

    private static final String BLOCKS = "keisatsu-taro.example";

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private static List<String> at(String domain, String prefix, int number) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            rows.add(customer(prefix + i, prefix.toLowerCase(java.util.Locale.ROOT) + i + "@" + domain, "NAME"));
        }
        return rows;
    }

    private static void affected(List<String> some, List<String> others) {
        List<String> rows = new ArrayList<>(some);
        rows.addAll(others);
        SendingFixture.affected("2016-attack", rows);
    }

    private void refuse(AtomicBoolean refusing, String ending) {
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String address) throws RejectException {
                if (refusing.get() && address.endsWith(ending)) {
                    throw new RejectException(550, "5.7.1 blocked by policy, ask the postmaster");
                }
            }
        });
    }

    @Test
    void aDomainThatRefusesByPolicyRestsAndNoAddressIsUsedUp() {
        AtomicBoolean refusing = new AtomicBoolean(true);
        refuse(refusing, "@" + BLOCKS);
        affected(at(BLOCKS, "B", 30), at("else.example", "E", 30));
        String campaign;
        try (LogCapture log = new LogCapture()) {
            campaign = SendingFixture.running("2016-attack");
            eventually("the rest goes on", () -> emails(campaign, "SENT") == 30);
            eventually("all of it waits", () -> progress(campaign).getInt("waitingForDomains") >= 29);
            assertThat(log.text()).contains("refuses us by policy").doesNotContain(BLOCKS);
        }
        assertThat(progress(campaign).getInt("domainsPaused")).isOne();
        assertThat(progress(campaign).getMap("forecast")).containsEntry("expectedAt", null);
        assertThat(emails(campaign, "REJECTED")).isZero();
        as("officer")
                .get("/mail/domains")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].domain", equalTo(BLOCKS))
                .body("items[0].pausedAt", notNullValue())
                .body("items[0].refusal", containsString("ask the postmaster"));
        as("auditor").get("/mail/domains").then().statusCode(403);
        given().get("/q/health/well").then().statusCode(503).body(containsString("Recipients' domains take our mail"));
        as("auditor").get("/q/metrics").then().body(containsString("mail_domains_paused 1.0"));

        refusing.set(false);
        eventually("it goes on by itself", () -> emails(campaign, "SENT") == 60);
        eventually("nothing rests", () -> progress(campaign).getInt("domainsPaused") == 0);
        assertThat(mail.received()).hasSize(60);
        assertThat(progress(campaign).getInt("deliveries.LETTER.QUEUED")).isZero();
        as("auditor")
                .get("/mail/changes")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("PAUSED"))
                .body("items[0].by", nullValue());
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from delivery_event where state = 'QUEUED'"))
                .as("every refusal is kept")
                .doesNotContain("0");
    }

    @Test
    void aRefusalThatIsOneRecipientsOwnHoldsUpNobodyForEver() {
        // Whoever comes first, so slowly that enough others are still to be told then.
        AtomicReference<String> refused = new AtomicReference<>();
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String address) throws RejectException {
                if (address.endsWith("@" + BLOCKS)) {
                    refused.compareAndSet(null, address);
                    if (address.equals(refused.get())) {
                        throw new RejectException(550, "5.7.1 I take nothing from you");
                    }
                }
            }
        });
        affected(at(BLOCKS, "B", 60), at("else.example", "E", 3));
        put("officer", "/mail/rate", "", 10).then().statusCode(200);
        String campaign = SendingFixture.running("2016-attack");

        eventually("all others are told", () -> emails(campaign, "SENT") == 62);
        eventually("he gets a letter", () -> emails(campaign, "REJECTED") == 1);
        assertThat(progress(campaign).getInt("deliveries.LETTER.QUEUED")).isOne();
        eventually("nothing rests", () -> progress(campaign).getInt("domainsPaused") == 0);
    }

    @Test
    void whoeverIsAloneInADomainThatRefusesGetsALetterWhenTheTimeIsOver() {
        AtomicInteger tries = new AtomicInteger();
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String address) throws RejectException {
                tries.incrementAndGet();
                throw new RejectException(554, "5.7.1 no");
            }
        });
        affected(at(BLOCKS, "B", 1), List.of());
        String campaign = SendingFixture.running("2016-attack");
        eventually("it is tried again and again", () -> tries.get() > 3);
        assertThat(emails(campaign, "REJECTED")).isZero();

        SendingFixture.forward(Duration.ofHours(73));
        eventually("given up", () -> emails(campaign, "REJECTED") == 1);
        assertThat(progress(campaign).getInt("deliveries.LETTER.QUEUED")).isOne();
    }

    @Test
    void anOfficerLetsADomainGoOn() {
        AtomicBoolean refusing = new AtomicBoolean(true);
        refuse(refusing, "@" + BLOCKS);
        affected(at(BLOCKS, "B", 5), List.of());
        String campaign = SendingFixture.running("2016-attack");
        eventually("it rests", () -> progress(campaign).getInt("domainsPaused") == 1);
        String id = as("officer").get("/mail/domains").path("items[0].id");
        as("approver").post("/mail/domains/" + id + "/resumption").then().statusCode(403);

        refusing.set(false);
        as("officer")
                .post("/mail/domains/" + id + "/resumption")
                .then()
                .statusCode(200)
                .body("pausedAt", nullValue());
        eventually("sent", () -> emails(campaign, "SENT") == 5);
        as("officer")
                .post("/mail/domains/00000000-0000-0000-0000-000000000000/resumption")
                .then()
                .statusCode(404);
    }

    private static Response put(String user, String path, String domain, @Nullable Integer perSecond) {
        Map<String, Object> body = new HashMap<>();
        body.put("ratePerSecond", perSecond);
        if (!domain.isEmpty()) {
            body.put("domain", domain);
        }
        return as(user).contentType(ContentType.JSON).body(body).put(path);
    }

    @Test
    void aDomainWithARateDoesNotStandBeforeTheRest() {
        put("officer", "/mail/domains", "Slow.Example", 1)
                .then()
                .statusCode(200)
                .body("domain", equalTo("slow.example"));
        affected(at("slow.example", "S", 40), at("else.example", "E", 60));
        String campaign = SendingFixture.running("2016-attack");

        eventually(
                "others pass",
                () -> emails(campaign, "SENT") >= 61 && progress(campaign).getInt("waitingForDomains") > 0);
        String id = as("officer").get("/mail/domains").path("items[0].id");
        put("officer", "/mail/domains/" + id + "/rate", "", null).then().statusCode(200);
        eventually("sent", () -> emails(campaign, "SENT") == 100);
        assertThat(mail.received()).hasSize(100);
        put("officer", "/mail/domains", "no domain at all", 1).then().statusCode(400);
        put("officer", "/mail/domains", "slow.example", 0).then().statusCode(400);
        put("approver", "/mail/domains", "slow.example", 1).then().statusCode(403);
    }

    @Test
    void theRateOfTheWholeAndOfACampaignChangeWhileItRuns() {
        put("officer", "/mail/rate", "", 1).then().statusCode(200);
        affected(at("else.example", "E", 60), List.of());
        String campaign = SendingFixture.running("2016-attack");
        String rate = "/campaigns/" + campaign + "/rate";
        eventually("it has begun", () -> emails(campaign, "SENT") >= 2);
        assertThat(emails(campaign, "SENT")).isLessThan(60);

        put("officer", rate, "", 2).then().statusCode(200).body("ratePerSecond", equalTo(2));
        // A rate is followed within a second, in which three messages at one a second do not go.
        int slowly = emails(campaign, "SENT");
        eventually("it is followed", () -> emails(campaign, "SENT") >= slowly + 3);
        put("officer", "/mail/rate", "", null).then().statusCode(200);
        int before = emails(campaign, "SENT");
        eventually("it goes on", () -> emails(campaign, "SENT") >= before + 4);
        assertThat(emails(campaign, "SENT")).isLessThan(60);

        put("officer", rate, "", null).then().statusCode(200);
        eventually("sent", () -> emails(campaign, "SENT") == 60);
        as("auditor")
                .get("/mail/changes")
                .then()
                .body("items.ratePerSecond", equalTo(java.util.Arrays.asList(1, 2, null, null)))
                .body("items[1].campaign", equalTo(campaign))
                .body("items[1].by", equalTo("officer"));
        put("approver", rate, "", 3).then().statusCode(403);
    }

    @Test
    void aPauseStopsAndGoesOnWhereItStood() {
        put("officer", "/mail/rate", "", 10).then().statusCode(200);
        affected(at("else.example", "E", 80), List.of());
        String campaign = SendingFixture.running("2016-attack");
        eventually("some are sent", () -> emails(campaign, "SENT") > 5);
        as("officer").post("/campaigns/" + campaign + "/pause").then().statusCode(200);
        SendingFixture.forward(Duration.ofHours(1));
        String other = SendingFixture.running("2016-attack");
        // The sender has asked what is running since.
        eventually("another campaign passes", () -> emails(other, "SENT") > 0);
        eventually("nothing is in hand", () -> emails(campaign, "SENDING") == 0);
        int sent = emails(campaign, "SENT");
        put("officer", "/mail/rate", "", null).then().statusCode(200);
        eventually("the other is through", () -> emails(other, "SENT") == 80);
        assertThat(emails(campaign, "SENT")).isEqualTo(sent);
        assertThat(emails(campaign, "QUEUED")).isEqualTo(80 - sent);

        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
        eventually("sent", () -> emails(campaign, "SENT") == 80);
        assertThat(mail.received()).hasSize(160);
        Set<String> people = Collections.synchronizedSet(new HashSet<>());
        mail.received().forEach(message -> people.add(message.recipient()));
        assertThat(people).hasSize(80);
    }
}
