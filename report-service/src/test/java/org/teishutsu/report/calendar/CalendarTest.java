package org.teishutsu.report.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.teishutsu.report.Case2017.as;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/** What one library wrote, another one reads; and a feed ends when it is revoked. */
@QuarkusTest
@RealSurroundings
class CalendarTest {
    private final Case2017 entered = new Case2017();
    private String order;

    @BeforeEach
    void enterOrder() {
        entered.enterIncidents();
        order = entered.enterOrder();
    }

    @Test
    void theFeedHasEachDeadlineOnItsSafeDate() {
        JsonPath deadlines =
                as("auditor").get("/orders/" + order + "/deadlines").jsonPath();
        Response feed = given().get(feed("\"order\": \"" + order + "\""));

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(feed.header("Cache-Control")).contains("private", "max-age=900");
        assertThat(feed.asString().lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
        ICalendar calendar = Biweekly.parse(feed.asString()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        List<VEvent> events = calendar.getEvents();
        assertThat(events).hasSize(3);
        assertThat(events).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
        for (int i = 0; i < 3; i++) {
            VEvent event = events.get(i);
            LocalDate day = LocalDate.parse(deadlines.getString("items[" + i + "].safe"));
            assertThat(event.getDateStart().getValue().hasTime()).isFalse();
            assertThat(event.getDateStart().getValue().getRawComponents().getDate())
                    .isEqualTo(day.getDayOfMonth());
            assertThat(event.getSummary().getValue()).isEqualTo("【訓練】社内期限：" + (i == 0 ? "初回報告" : "第" + i + "回報告"));
            assertThat(event.getDescription().getValue()).contains("提出期限：平成", "\n");
        }
        given().header("If-None-Match", feed.header("ETag"))
                .get(feed("\"order\": \"" + order + "\""))
                .then()
                .statusCode(304);
    }

    @Test
    void aRevokedFeedGivesNothingMoreAndNoListTellsATokens() {
        Response given = as("officer").body("{\"name\": \"部長の手帳\"}").post("/calendar-feeds");
        String path = given.path("path");
        String id = given.path("feed.id");
        given().get(path).then().statusCode(200);
        assertThat(as("auditor").get("/calendar-feeds").asString()).contains(id).doesNotContain(path.substring(10, 40));

        as("officer").delete("/calendar-feeds/" + id).then().statusCode(200);
        given().get(path).then().statusCode(404);
        as("officer").delete("/calendar-feeds/" + id).then().statusCode(409);
        given().get("/calendar/xyz.ics").then().statusCode(404);
        given().get("/calendar-feeds").then().statusCode(401);
    }

    @Test
    void aDeadlineThatIsNotNeededIsCancelled() {
        as("officer")
                .body("{\"document\": \"関財金1第2号\", \"effectiveOn\": \"%s\"}".formatted(Jst.date(Case2017.now())))
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(200);
        ICalendar calendar = Biweekly.parse(
                        given().get(feed("\"order\": \"" + order + "\"")).asString())
                .first();
        assertThat(calendar.getEvents())
                .allSatisfy(event -> assertThat(event.getStatus().isCancelled()).isTrue());
        as("auditor")
                .get("/calendar-feeds")
                .then()
                .body("items.order", hasItem(order))
                .body("items.name", not(hasItem("")));
    }

    private static String feed(String more) {
        return as("officer")
                .body("{\"name\": \"期限\", " + more + "}")
                .post("/calendar-feeds")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }
}
