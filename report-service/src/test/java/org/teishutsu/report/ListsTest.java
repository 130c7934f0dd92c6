package org.teishutsu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.create;
import static org.teishutsu.report.Case2017.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list takes as many statements for many rows as for few, and its pages follow one another. */
@QuarkusTest
@RealSurroundings
class ListsTest {
    private final Case2017 entered = new Case2017();
    private String order;
    private String incident;
    private String measure;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void enterCase() {
        entered.enterIncidents();
        order = entered.enterOrder();
        incident = "/incidents/" + entered.attack2017;
        entered.enterMeasure(order, 1);
        measure = "/measures/"
                + as("auditor").get("/measures?order=" + order).then().extract().path("items[0].id");
        more(0);
    }

    private List<String> lists() {
        return List.of(
                "/incidents",
                incident + "/timeline",
                incident + "/findings",
                incident + "/published-figures",
                "/public-notices",
                "/public-notices/change-log",
                "/orders",
                "/orders/" + order + "/deadlines",
                "/orders/" + order + "/instructions",
                "/measures",
                "/measures?order=" + order,
                measure + "/progress",
                "/evidence?order=" + order,
                "/restrictions",
                "/filings");
    }

    @Test
    void statementsDoNotGrowWithTheRows() {
        Map<String, Long> few = counted();
        for (int i = 1; i <= 5; i++) {
            new Case2017().enterIncidents();
            more(i);
        }
        assertThat(few).containsKey("/incidents");
        assertThat(counted()).isEqualTo(few);
    }

    @Test
    void pagesFollowOneAnother() {
        for (int i = 1; i <= 3; i++) {
            more(i);
        }
        for (String list : List.of(incident + "/timeline", incident + "/findings", measure + "/progress")) {
            String next = as("auditor")
                    .get(list + "?limit=3")
                    .then()
                    .body("items", hasSize(3))
                    .extract()
                    .path("next");
            as("auditor").get(list + "?limit=3&after=" + next).then().body("items", hasSize(1));
        }
        as("auditor").get("/incidents?limit=0").then().statusCode(400);
        as("auditor").get("/measures?after=x").then().statusCode(400);
    }

    /** One more of everything that belongs to the case. */
    private void more(int no) {
        create("officer", incident + "/timeline", """
                {"occurredAt": "2017-07-13T05:0%d:00Z", "text": "検知"}""".formatted(no % 10));
        create("officer", incident + "/findings", """
                {"kind": "ROOT_CAUSE", "text": "検査の不足（%d）", "on": "2017-07-20"}""".formatted(no));
        String notice = idOf("officer", "/public-notices", """
                {"title": "第%d報", "text": "本文", "publishedAt": "2017-07-31T03:00:00Z"}""".formatted(no));
        String figures = incident + "/published-figures";
        String figure = idOf("officer", figures, """
                {"number": 2455, "unit": "RECORDS", "certainty": "CONFIRMED", "publishedAt": "2017-07-31T03:00:00Z",
                 "notice": "%s"}""".formatted(notice));
        as("approver").post(figures + "/" + figure + "/approval").then().statusCode(200);
        create("officer", measure + "/progress", """
                {"text": "進捗%d"}""".formatted(no));
        entered.enterMeasure(order, 1 + no % 3);
        evidence(no);
        restrictAndLift();
    }

    private void evidence(int no) {
        as("officer")
                .contentType("text/plain")
                .body(("証跡" + no + order).getBytes(StandardCharsets.UTF_8))
                .post("/evidence?title=a&name=a.txt&about=MEASURE&id=" + measure.substring("/measures/".length()))
                .then()
                .statusCode(201);
    }

    private static void restrictAndLift() {
        String lifting = "/restrictions/" + idOf("officer", "/restrictions", """
                {"kind": "NEW_ACCOUNTS", "from": "2017-07-28T06:00:00Z", "ground": "命令(1)"}""") + "/lifting";
        create("officer", lifting, """
                {"until": "2017-07-28T07:00:00Z", "confirmation": "確認"}""");
        as("approver").post(lifting + "/approval").then().statusCode(200);
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new LinkedHashMap<>();
        lists().forEach(list -> counted.put(list, statements(list)));
        return counted;
    }

    private long statements(String list) {
        String whole = list + (list.contains("?") ? "&" : "?") + "limit=1000";
        return Statements.of(sessions, () -> as("auditor").get(whole).then().statusCode(200));
    }
}
