package org.teishutsu.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;
import static org.teishutsu.notify.bounce.BounceFixture.delivery;
import static org.teishutsu.notify.bounce.BounceFixture.found;
import static org.teishutsu.notify.bounce.BounceFixture.names;
import static org.teishutsu.notify.bounce.BounceFixture.post;
import static org.teishutsu.notify.bounce.BounceFixture.posted;
import static org.teishutsu.notify.bounce.BounceFixture.sent;
import static org.teishutsu.notify.bounce.BounceFixture.state;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.delivery.PolicyBounce;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.mail.ScriptedMailServer.After;
import org.teishutsu.notify.mail.ScriptedMailServer.Script;

@QuarkusTest
@NotifyServiceTest
class BounceResourceTest {

    private static final Duration FORTY_DAYS = Duration.ofDays(40);

    /** What a notification did to its delivery, which was SENT before, and why it waits for a person if it does. */
    private static final Map<String, List<String>> NOT_SIMPLY_BOUNCED = Map.ofEntries(
            Map.entry("abuse-report", List.of("SENT", "UNKNOWN_FORM")),
            Map.entry("address-only", List.of("SENT", "NO_DELIVERY_NAMED")),
            Map.entry("answer", List.of("SENT", "UNKNOWN_FORM")),
            Map.entry("autoreply-header", List.of("SENT", "")),
            Map.entry("challenge", List.of("SENT", "CHALLENGE")),
            Map.entry("challenge-ja", List.of("SENT", "CHALLENGE")),
            Map.entry("exim-delay", List.of("SENT", "")),
            Map.entry("expanded-some-failed", List.of("SENT", "SOME_FAILED")),
            Map.entry("forged-name", List.of("SENT", "FORGED_NAME")),
            Map.entry("forwarded-by-customer", List.of("SENT", "UNKNOWN_FORM")),
            Map.entry("japanese-delay", List.of("SENT", "")),
            Map.entry("no-original", List.of("SENT", "NO_DELIVERY_NAMED")),
            Map.entry("out-of-office-ja", List.of("SENT", "")),
            Map.entry("out-of-office-text-ja", List.of("SENT", "")),
            Map.entry("postfix-delayed", List.of("SENT", "")),
            Map.entry("postfix-delivered", List.of("DELIVERED", "")),
            Map.entry("postfix-relayed", List.of("SENT", "")),
            Map.entry("precedence-bulk", List.of("SENT", "")),
            Map.entry("quoted-by-customer", List.of("SENT", "UNKNOWN_FORM")),
            Map.entry("read-receipt", List.of("SENT", "")),
            Map.entry("spam", List.of("SENT", "UNKNOWN_FORM")),
            Map.entry("unknown-form", List.of("SENT", "UNKNOWN_FORM")),
            Map.entry("vacation-rfc3834", List.of("SENT", "")));

    @Inject
    DataSource dataSource;

    @Inject
    PolicyBounces policyBounces;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;

    /** Hears of policy bounces, as another feature would. */
    @Singleton
    static class PolicyBounces {

        final List<PolicyBounce> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes PolicyBounce event) {
            heard.add(event);
        }
    }

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
        policyBounces.heard.clear();
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }

    @Test
    void wholeCorpusMovesWhatItNamesAndNothingElse() {
        List<String> notifications = Notifications.all();
        sent(mail, notifications.size() + 1);
        List<String> names = names(mail);
        for (int i = 0; i < notifications.size(); i++) {
            String notification = notifications.get(i);
            JsonPath bounce = posted(notification, names.get(i));

            List<String> expected = NOT_SIMPLY_BOUNCED.getOrDefault(notification, List.of("BOUNCED", ""));
            assertThat(state(names.get(i))).as(notification).isEqualTo(expected.get(0));
            assertThat(bounce.getString("state"))
                    .as(notification)
                    .isEqualTo(expected.get(1).isEmpty() ? "SETTLED" : "NEEDS_A_LOOK");
            assertThat(bounce.getString("look"))
                    .as(notification)
                    .isEqualTo(expected.get(1).isEmpty() ? null : expected.get(1));
        }
        long bounced = notifications.size() - NOT_SIMPLY_BOUNCED.size();
        assertThat(strings("select count(*) from delivery_event where state = 'BOUNCED'"))
                .containsExactly(Long.toString(bounced));
        assertThat(strings("select count(*) from delivery where channel = 'LETTER' and address_reason = 'BOUNCED'"))
                .containsExactly(Long.toString(bounced));
        assertThat(state(names.get(notifications.size()))).isEqualTo("SENT");
        listIsPagedByKey(notifications.size());
    }

    private static void listIsPagedByKey(int all) {
        String after = "";
        int listed = 0;
        while (after != null) {
            JsonPath page = as("officer")
                    .get("/bounces?limit=20" + (after.isEmpty() ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed += page.getList("items").size();
            after = page.getString("next");
        }
        assertThat(listed).isEqualTo(all);
    }

    @Test
    void whatTheMailSystemSaidIsKeptWithTheDelivery() {
        sent(mail, 1);
        String name = names(mail).get(0);

        JsonPath bounce = posted("postfix-unknown-user", name);

        assertThat(bounce.getString("namedBy")).isEqualTo("ENVELOPE");
        assertThat(bounce.getString("effect")).isEqualTo("MOVED");
        assertThat(bounce.getString("recipients[0].original")).isEqualTo("hanako@mail.example");
        assertThat(bounce.getString("recordedBy")).isEqualTo("service");
        as("officer")
                .get("/deliveries/" + delivery(name))
                .then()
                .body("reply", startsWith("Came back: BAD_ADDRESS 5.1.1: smtp; 550 5.1.1"));
        as("officer")
                .get("/bounces?delivery=" + delivery(name))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].text", containsString("This is the mail system at host"));
    }

    @Test
    void sameNotificationTwiceChangesNothing() {
        sent(mail, 1);
        String name = names(mail).get(0);
        byte[] message = Notifications.about("postfix-unknown-user", name);
        String first = post(message).statusCode(201).extract().path("id");
        String facts = "select count(*) from delivery_event union all select count(*) from delivery "
                + "union all select count(*) from bounce";
        List<String> before = strings(facts);

        post(message).statusCode(200).body("id", equalTo(first));
        post(new String(message, StandardCharsets.ISO_8859_1)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(200)
                .body("id", equalTo(first));

        assertThat(strings(facts)).isEqualTo(before);
        // Another notification of the same says nothing new.
        assertThat(posted("qmail", name).getString("effect")).isEqualTo("NOTHING_NEW");
        assertThat(strings("select count(*) from delivery_event where state = 'BOUNCED'"))
                .containsExactly("1");
    }

    @Test
    void bounceThatComesWeeksLaterOpensTheNextChannelAndNoEarlierFigureChanges() {
        String campaign = sent(mail, 3);
        String name = names(mail).get(0);
        eventually("complete", () -> campaignState(campaign).equals("COMPLETE"));
        SendingFixture.forward(FORTY_DAYS);
        String before = now();
        SendingFixture.forward(Duration.ofSeconds(1));
        String figures = figures(before);
        assertThat(JsonPath.from(figures).getInt("union.reach.NO_RETURN")).isEqualTo(3);

        posted("postfix-mailbox-full", name);

        assertThat(state(name)).isEqualTo("BOUNCED");
        eventually("reopened", () -> campaignState(campaign).equals("RUNNING"));
        assertThat(SendingFixture.notTold(campaign)).isEqualTo(Map.of("LETTER_DUE", 1));
        assertThat(figures(before))
                .as("the figures of an instant before it was learnt")
                .isEqualTo(figures);
        SendingFixture.forward(Duration.ofSeconds(1));
        String after = figures(now(-1));
        assertThat(JsonPath.from(after).getInt("union.reach.NO_RETURN")).isEqualTo(2);
        assertThat(JsonPath.from(after).getInt("union.reach.IN_PROGRESS")).isOne();
        assertThat(strings("select state from campaign_event order by id")).endsWith("RUNNING", "COMPLETE", "RUNNING");
    }

    @Test
    void whoeverHasNoAddressIsNotReached() {
        SendingFixture.affected(
                "2016-attack", List.of("C1,INDIVIDUAL,見本 一,ミホン,c1@example.jp,2010-01-01,,,,CURRENT,NAME|EMAIL"));
        String campaign = SendingFixture.running("2016-attack");
        eventually("sent", () -> emails(campaign, "SENT") == 1);

        posted("qmail", names(mail).get(0));

        assertThat(SendingFixture.notTold(campaign)).isEqualTo(Map.of("BOUNCED", 1));
        assertThat(strings("select count(*) from delivery where channel = 'LETTER'"))
                .containsExactly("0");
    }

    @Test
    void whoeverWasToldByTelephoneMeanwhileGetsNoLetter() {
        sent(mail, 1);
        LedgerFixture.execute(dataSource, """
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, told, recorded_at)
                select gen_random_uuid(), campaign_id, recipient_id, 'TELEPHONE', 2, told, recorded_at from delivery
                """);
        LedgerFixture.execute(dataSource, """
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, channel, 'DELIVERED' from delivery where channel = 'TELEPHONE'
                """);

        posted("qmail", names(mail).get(0));

        assertThat(state(names(mail).get(0))).isEqualTo("BOUNCED");
        assertThat(strings("select channel from delivery order by channel")).containsExactly("EMAIL", "TELEPHONE");
    }

    @Test
    void bouncesAfterItWasReportedAsDelivered() {
        sent(mail, 1);
        String name = names(mail).get(0);

        posted("postfix-delivered", name);
        assertThat(state(name)).isEqualTo("DELIVERED");
        posted("exim-old", name);
        assertThat(state(name)).isEqualTo("BOUNCED");
        assertThat(posted("postfix-relayed", name).getString("effect")).isNull();
        assertThat(state(name)).isEqualTo("BOUNCED");

        assertThat(strings("select state from delivery_event order by id"))
                .containsExactly("SENT", "DELIVERED", "BOUNCED");
    }

    /** The server took it and closed without a word: what comes back proves that it had it. */
    @Test
    void bounceOfWhatIsUncertainProvesThatTheServerHadIt() {
        mail.follow(new Script() {
            @Override
            public After content(String address) {
                return After.CLOSE;
            }
        });
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 2));
        String campaign = SendingFixture.running("2016-attack");
        eventually(
                "both are with the server",
                () -> mail.received().stream().distinct().count() >= 2
                        && strings("select count(*) from delivery_event where state = 'UNCERTAIN'")
                                        .get(0)
                                        .compareTo("2")
                                >= 0);
        List<String> names = names(mail).stream().distinct().toList();

        posted("postfix-unknown-user", names.get(0));
        assertThat(state(names.get(0))).isEqualTo("BOUNCED");
        posted("postfix-delivered", names.get(1));
        assertThat(state(names.get(1))).isEqualTo("DELIVERED");

        assertThat(strings("select count(*) from delivery_deferred")).containsExactly("0");
        assertThat(strings("select state from delivery_event where delivery_id = '" + delivery(names.get(1))
                        + "' order by id"))
                .endsWith("SENT", "DELIVERED");
        as("officer").post("/campaigns/" + campaign + "/pause").then().statusCode(200);
    }

    @Test
    void whatHasNotLeftCannotComeBack() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 1));
        JsonPath draft = SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack"));
        SendingFixture.approve(draft);
        sent(mail, 2);
        String name = names(mail).get(0);
        LedgerFixture.execute(
                dataSource,
                "update delivery_state set state = 'QUEUED', attempts = 0, channel = 'LETTER' where delivery_id = '"
                        + delivery(name) + "'");

        JsonPath bounce = posted("qmail", name);

        assertThat(bounce.getString("look")).isEqualTo("NEVER_SENT");
        assertThat(bounce.getString("state")).isEqualTo("NEEDS_A_LOOK");
        assertThat(state(name)).isEqualTo("QUEUED");
    }

    @Test
    void manyRefusedByThePolicyOfOneDomainAreAnAlarm() {
        sent(mail, 10);
        List<String> names = names(mail);
        for (String name : names.subList(1, 10)) {
            posted("postfix-policy", name);
        }
        as("approver").get("/bounces/policy-alarms").then().statusCode(200).body("", hasSize(0));
        as("auditor").get("/q/health/well").then().statusCode(200);

        posted("postfix-policy", names.get(0));

        as("auditor").get("/bounces/policy-alarms").then().statusCode(403);
        as("officer")
                .get("/bounces/policy-alarms")
                .then()
                .statusCode(200)
                .body("domain", equalTo(List.of("mail.example")))
                .body("deliveries", equalTo(List.of(10)));
        as("auditor").get("/q/health/well").then().statusCode(503);
        assertThat(policyBounces.heard)
                .hasSize(10)
                .allMatch(event -> event.domain().equals("mail.example"));
        // The address may be good, but it was not told: the next channel is open.
        assertThat(state(names.get(0))).isEqualTo("BOUNCED");
        as("officer")
                .get("/deliveries/" + delivery(names.get(0)))
                .then()
                .body("reply", startsWith("Came back: POLICY 5.7.1"));
        SendingFixture.forward(Duration.ofDays(2));
        as("officer").get("/bounces/policy-alarms").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void aPersonSaysWhatItIs() {
        sent(mail, 3);
        List<String> names = names(mail);
        String bounce = posted("address-only", names.get(0)).getString("id");
        String answer = posted("answer", names.get(1)).getString("id");
        String spam = posted("spam", names.get(2)).getString("id");
        as("officer")
                .get("/bounces?state=NEEDS_A_LOOK")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(bounce, answer, spam)))
                .body("items[1].text", containsString("担当者から電話をください"))
                .body("items[1].from", containsString("見本 花子"));

        found("officer", bounce, Map.of("finding", "BOUNCED")).statusCode(400);
        found("officer", spam, Map.of("finding", "SPAM", "delivery", delivery(names.get(0))))
                .statusCode(400);
        found("officer", bounce, Map.of("finding", "BOUNCED", "delivery", UUID.randomUUID()))
                .statusCode(404);
        found("officer", bounce, Map.of("finding", "BOUNCED", "delivery", delivery(names.get(0))))
                .statusCode(200)
                .body("state", equalTo("SETTLED"))
                .body("kind", equalTo("FAILED"))
                .body("namedBy", equalTo("PERSON"))
                .body("effect", equalTo("MOVED"))
                .body("findings[0].recordedBy", equalTo("officer"));
        found("officer", bounce, Map.of("finding", "LOOK_AGAIN")).statusCode(409);
        found("officer", spam, Map.of("finding", "SPAM")).statusCode(200).body("kind", equalTo("SPAM"));
        found("officer", answer, Map.of("finding", "FOR_DESK")).statusCode(200).body("state", equalTo("FOR_DESK"));

        assertThat(state(names.get(0))).isEqualTo("BOUNCED");
        as("officer")
                .get("/deliveries/" + delivery(names.get(0)))
                .then()
                .body("by", equalTo("officer"))
                .body("reply", equalTo("Came back, as a person found"));
        as("officer").get("/bounces?state=NEEDS_A_LOOK").then().body("items", hasSize(0));
    }

    @Test
    void theDeskSeesWhatIsForItAndNothingElse() {
        sent(mail, 2);
        String answer = posted("answer", names(mail).get(0)).getString("id");
        String other = posted("spam", names(mail).get(1)).getString("id");
        as("desk").get("/bounces?state=NEEDS_A_LOOK").then().statusCode(200).body("items", hasSize(0));
        found("officer", answer, Map.of("finding", "FOR_DESK")).statusCode(200);

        as("desk").get("/bounces").then().statusCode(200).body("items.id", equalTo(List.of(answer)));
        as("desk").get("/bounces/" + answer).then().statusCode(200);
        as("desk").get("/bounces/" + other).then().statusCode(404);
        found("desk", answer, Map.of("finding", "SPAM")).statusCode(403);
        found("desk", other, Map.of("finding", "ANSWERED")).statusCode(409);
        found("desk", answer, Map.of("finding", "ANSWERED"))
                .statusCode(200)
                .body("state", equalTo("SETTLED"))
                .body("findings.finding", equalTo(List.of("FOR_DESK", "ANSWERED")));
        found("officer", answer, Map.of("finding", "LOOK_AGAIN"))
                .statusCode(200)
                .body("state", equalTo("NEEDS_A_LOOK"));
    }

    @Test
    void rolesAndBodiesThatCannotBeTaken() {
        byte[] message = Notifications.about("qmail", UUID.randomUUID() + ".0123456789abcdef");
        for (String user : List.of("approver", "desk", "auditor")) {
            as(user).contentType(BounceFixture.MAIL)
                    .body(message)
                    .post("/bounces")
                    .then()
                    .statusCode(403);
        }
        for (String user : List.of("auditor", "service")) {
            as(user).get("/bounces").then().statusCode(403);
        }
        as("service")
                .contentType("text/plain")
                .body("x")
                .post("/bounces")
                .then()
                .statusCode(415);
        post(new byte[0]).statusCode(400).body("violations[0].field", equalTo("body"));
        post(message).statusCode(201).body("look", equalTo("FORGED_NAME")).body("delivery", nullValue());
        assertThat(strings("select count(*) from bounce")).containsExactly("1");
    }

    /** Fifty megabytes are refused before they are read; what is at the limit is read, whatever is in it. */
    @Test
    void largeMessagesAreRefusedAndBrokenOnesStopNothing() throws Exception {
        sent(mail, 1);
        String name = names(mail).get(0);
        byte[] start = Notifications.about("postfix-unknown-user", name);
        for (boolean sizeIsTold : List.of(true, false)) {
            HttpResponse<String> answer = fiftyMegabytes(start, sizeIsTold);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("urn:problem:too-large", "2097152 bytes");
        }
        assertThat(state(name)).isEqualTo("SENT");

        for (String filling :
                List.of("--b1_fx\n\n\n", "a: b\n", "=?ISO-2022-JP?B?", "\n", "(((", "\0", "<p><br><x", ";a*0=")) {
            byte[] broken = (new String(start, StandardCharsets.ISO_8859_1)
                                    .replace("Delivered-To: ", "X-Was: ")
                                    .replace("To: <bounce+", "X-To: <")
                                    .replace(name, "gone")
                            + filling.repeat(1_900_000 / filling.length()))
                    .getBytes(StandardCharsets.ISO_8859_1);
            post(broken).statusCode(201);
            post((filling.repeat(1_900_000 / filling.length())).getBytes(StandardCharsets.ISO_8859_1))
                    .statusCode(201)
                    .body("state", equalTo("NEEDS_A_LOOK"));
        }
        assertThat(state(name)).isEqualTo("SENT");
        posted("postfix-unknown-user", name);
        assertThat(state(name)).isEqualTo("BOUNCED");
    }

    /** As it comes from a pipe: streamed, and never whole in anybody's memory. */
    private static HttpResponse<String> fiftyMegabytes(byte[] start, boolean sizeIsTold) throws Exception {
        byte[] rest = new byte[1024 * 1024];
        Arrays.fill(rest, (byte) 'x');
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArrays(
                () -> Stream.concat(Stream.of(start), Collections.nCopies(50, rest).stream())
                        .iterator());
        if (sizeIsTold) {
            body = HttpRequest.BodyPublishers.fromPublisher(body, start.length + 50L * rest.length);
        }
        String user = Base64.getEncoder().encodeToString("service:test".getBytes(StandardCharsets.US_ASCII));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/bounces"))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Authorization", "Basic " + user)
                                .header("Content-Type", BounceFixture.MAIL)
                                .POST(body)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String campaignState(String campaign) {
        return progress(campaign).getString("state");
    }

    private static String now() {
        return now(0);
    }

    private static String now(int plusMillis) {
        String now = as("service").get("/drill/clock").then().extract().path("instant");
        return Instant.parse(now).plusMillis(plusMillis).toString();
    }

    private static String figures(String asOf) {
        return as("service")
                .get("/figures?incident=2016-attack&asOf=" + asOf)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
