package org.teishutsu.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The steps that come before sending, through the service's own addresses; everybody in it is made up. */
public final class SendingFixture {

    public static final String HEADER =
            "customer_number,party,name,name_kana,email,email_since,postal_code,address,mobile,status,items\n";

    private static final long LIMIT_NANOS = Duration.ofSeconds(120).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    private SendingFixture() {}

    public static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test");
    }

    /** A customer who can be told by e-mail. */
    public static String customer(String number, String email, String items) {
        return number + ",INDIVIDUAL,見本 " + number + ",ミホン," + email + ",2010-01-01,100-0001,東京都見本" + number
                + ",090-0000-0000,CURRENT," + items;
    }

    public static List<String> customers(int from, int number) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < from + number; i++) {
            rows.add(customer("C" + i, "c" + i + "@example.jp", "NAME|EMAIL"));
        }
        return rows;
    }

    /** Imports a list and has it applied. */
    public static void affected(String incident, List<String> rows) {
        JsonPath staged = as("officer")
                .contentType("text/csv")
                .body((HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/incidents/" + incident + "/imports?name=list.csv&reason=調査")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("digest", staged.getString("digest")))
                .post("/imports/" + staged.getString("id") + "/application")
                .then()
                .statusCode(200);
    }

    /** The standing text of e-mails, approved. */
    public static String template() {
        return template("EMAIL");
    }

    /** The standing text of a channel, approved. */
    public static String template(String channel) {
        return template(channel, "NOTICE");
    }

    /** The standing text of a channel and purpose, approved. */
    public static String template(String channel, String purpose) {
        String text = as("officer")
                .get("/templates/standard?channel=" + channel + "&purpose=" + purpose)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonPath saved = as("officer")
                .contentType(ContentType.JSON)
                .body(text)
                .post("/templates")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("digest", saved.getString("digest")))
                .post("/templates/" + saved.getString("id") + "/approval")
                .then()
                .statusCode(200);
        return saved.getString("id");
    }

    public static Map<String, Object> request(String template, String... incidents) {
        Map<String, Object> request = new HashMap<>();
        request.put("title", "個別通知");
        request.put("incidents", List.of(incidents));
        request.put("template", template);
        request.put("completeBy", "2017-08-03");
        return request;
    }

    public static JsonPath draft(Map<String, Object> request) {
        return as("officer")
                .contentType(ContentType.JSON)
                .body(request)
                .post("/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static void approve(JsonPath draft) {
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("digest", draft.getString("digest")))
                .post("/campaigns/" + draft.getString("id") + "/approval")
                .then()
                .statusCode(200);
    }

    public static void start(String campaign) {
        as("officer").post("/campaigns/" + campaign + "/start").then().statusCode(200);
    }

    /** A campaign that is running. */
    public static String running(Map<String, Object> request) {
        JsonPath draft = draft(request);
        approve(draft);
        start(draft.getString("id"));
        return draft.getString("id");
    }

    public static String running(String... incidents) {
        return running(request(template(), incidents));
    }

    /** A campaign that was planned and has never run; its recipients are the only ones in the ledger. */
    public static String paused(DataSource dataSource, int recipients) {
        affected("2016-attack", customers(1, recipients));
        JsonPath draft = draft(request(template(), "2016-attack"));
        approve(draft);
        String campaign = draft.getString("id");
        LedgerFixture.execute(
                dataSource,
                "insert into delivery (id, campaign_id, recipient_id, channel, try_no, told, recorded_at) "
                        + "select time_ordered_uuid(), '" + campaign + "', recipient_id, 'EMAIL', 1, "
                        + "jsonb_build_object(incident, mask), recorded_at from exposure");
        LedgerFixture.execute(
                dataSource,
                "insert into delivery_state (delivery_id, campaign_id, channel, state) "
                        + "select id, campaign_id, 'EMAIL', 'QUEUED' from delivery");
        LedgerFixture.execute(dataSource, "update campaign set state = 'PAUSED' where id = '" + campaign + "'");
        return campaign;
    }

    public static JsonPath progress(String campaign) {
        return as("officer")
                .get("/campaigns/" + campaign + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Recipients of a campaign who have not been told, by reason. */
    public static Map<String, Integer> notTold(String campaign) {
        return as("officer")
                .get("/campaigns/" + campaign + "/not-told")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    public static int emails(String campaign, String state) {
        return progress(campaign).getInt("deliveries.EMAIL." + state);
    }

    /** Waits for something to become true; fails after two minutes. */
    public static void eventually(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long: " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Sets the drill's clock forward from where it stands. */
    public static void forward(Duration by) {
        String now = as("service")
                .get("/drill/clock")
                .then()
                .statusCode(200)
                .extract()
                .path("instant");
        as("service")
                .contentType(ContentType.JSON)
                .body(Map.of("instant", java.time.Instant.parse(now).plus(by).toString()))
                .put("/drill/clock")
                .then()
                .statusCode(200);
    }
}
