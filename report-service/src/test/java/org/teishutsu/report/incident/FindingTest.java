package org.teishutsu.report.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.create;
import static org.teishutsu.report.Case2017.idOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;
import org.teishutsu.report.Statements;

/** What is found out about an incident, what was said of it, and dates that cannot be. */
@QuarkusTest
@RealSurroundings
class FindingTest {
    private final Case2017 entered = new Case2017();
    private String findings;

    @Inject
    IncidentService incidents;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void enterIncidents() {
        entered.enterIncidents();
        findings = "/incidents/" + entered.attack2017 + "/findings";
    }

    @Test
    void whatIsFoundOutStandsFromThenOnAndACorrectionTakesItsPlace() {
        Instant before = Case2017.now();
        String wrong = idOf("officer", findings, """
                {"kind": "DIRECT_CAUSE", "text": "SQLインジェクシヨン", "on": "2017-07-20"}""");
        create("officer", findings, """
                {"kind": "DIRECT_CAUSE", "text": "SQLインジェクション", "on": "2017-07-20", "corrects": "%s"}""".formatted(wrong));
        create("officer", findings, """
                {"kind": "INVESTIGATION", "text": "全数を調査した。", "investigator": "架空調査株式会社", "on": "2017-07-25"}""");
        create("officer", findings, """
                {"kind": "NOT_LEAKED", "text": "暗証番号は保存していない。", "item": "PASSWORD", "on": "2017-07-25"}""");
        create("officer", findings, """
                {"kind": "NOT_LEAKED", "text": "取引履歴", "item": "TRADE_HISTORY", "on": "2017-07-25"}""");
        create("officer", findings, """
                {"kind": "ROOT_CAUSE", "text": "改修時の検査がなかった。", "on": "2017-07-26"}""");

        as("auditor").get(findings).then().body("items", hasSize(6)).body("items[1].corrects", equalTo(wrong));
        IncidentView now = incidents.knownAt(entered.attack2017, Case2017.now());
        assertThat(now.cause()).isEqualTo("SQLインジェクション");
        assertThat(now.rootCause()).isEqualTo("改修時の検査がなかった。");
        assertThat(now.investigator()).isEqualTo("架空調査株式会社");
        assertThat(now.notLeaked())
                .extracting(NotLeaked::item)
                .containsExactly("PASSWORD", "MY_NUMBER", "TRADE_HISTORY");
        assertThat(now.notLeaked().get(2).note()).isEqualTo("取引履歴");
        IncidentView then = incidents.knownAt(entered.attack2017, before);
        assertThat(then.cause()).isNull();
        assertThat(then.notLeaked()).hasSize(2);
    }

    @Test
    void aFindingFitsItsKindAndItsIncident() {
        refused("{\"kind\": \"NOT_LEAKED\", \"text\": \"x\", \"on\": \"2017-07-25\"}")
                .body("violations[0].message", containsString("item goes with"));
        refused("{\"kind\": \"NOT_LEAKED\", \"text\": \"x\", \"item\": \"NAME\", \"on\": \"2017-07-25\"}")
                .body("violations[0].message", containsString("among the items that leaked"));
        refused("{\"kind\": \"HOW_FOUND\", \"text\": \"x\", \"on\": \"2017-07-12\"}")
                .body("violations[0].message", containsString("before the incident"));
        refused("{\"kind\": \"HOW_FOUND\", \"text\": \"x\", \"on\": \"%s\"}"
                        .formatted(Jst.date(Case2017.now()).plusDays(2)))
                .body("violations[0].message", containsString("future"));
    }

    private ValidatableResponse refused(String body) {
        return as("officer").body(body).post(findings).then().statusCode(400);
    }

    @Test
    void datesBeforeTheIncidentAreRefused() {
        String incident = """
                {"code": "%s", "title": "x", "occurredFrom": "2017-07-13", "occurredTo": "2017-07-13",
                 "detectedAt": "%s", "items": ["NAME"], "bodiesTold": [{"body": "警視庁", "toldOn": "%s"}],
                 "notLeaked": [{"item": "PASSWORD", "since": "%s"}]}""";
        String code = entered.attack2017 + "-d";
        as("officer")
                .body(incident.formatted(code, "2017-07-12T00:00:00Z", "2017-07-14", "2017-07-14"))
                .post("/incidents")
                .then()
                .statusCode(400)
                .body("violations.field", contains("detectedAt"));
        as("officer")
                .body(incident.formatted(code, "2017-07-13T00:00:00Z", "2017-07-12", "2017-07-14"))
                .post("/incidents")
                .then()
                .statusCode(400)
                .body("violations.field", contains("bodiesTold"));
        as("officer")
                .body(incident.formatted(code, "2017-07-13T00:00:00Z", "2017-07-14", "2017-07-12"))
                .post("/incidents")
                .then()
                .statusCode(400)
                .body("violations.field", contains("notLeaked"));
        String figures = "/incidents/" + entered.attack2017 + "/published-figures";
        as("officer").body("""
                {"number": 1, "unit": "RECORDS", "certainty": "ESTIMATED", "publishedAt": "2017-07-12T14:00:00Z"}""").post(figures).then().statusCode(400).body("violations.field", contains("publishedAt"));
        as("officer")
                .body("""
                {"occurredAt": "%s", "text": "x"}""".formatted(Case2017.now().plusSeconds(86_400)))
                .post("/incidents/" + entered.attack2017 + "/timeline")
                .then()
                .statusCode(400)
                .body("violations.field", contains("occurredAt"));
    }

    @Test
    void contradictionsAreShownUntilTheyAreExplained() {
        String figures = "/incidents/" + entered.attack2017 + "/published-figures";
        create("officer", figures, """
                {"number": 2400, "unit": "RECORDS", "certainty": "ESTIMATED", "publishedAt": "2017-07-14T00:00:00Z"}""");
        as("auditor").get(figures + "/contradictions").then().body("", empty());
        create("officer", figures, """
                {"number": 2455, "unit": "RECORDS", "certainty": "CONFIRMED", "publishedAt": "2017-07-17T00:00:00Z"}""");
        as("auditor")
                .get(figures + "/contradictions")
                .then()
                .body("later.number", contains(2455))
                .body("why[0]", containsString("説明"));
        create("officer", figures, """
                {"number": 2456, "unit": "RECORDS", "certainty": "CONFIRMED", "publishedAt": "2017-07-18T00:00:00Z",
                 "explanation": "1件の計上漏れが判明したため。"}""");
        as("auditor").get(figures + "/contradictions").then().body("later.number", contains(2455));
    }

    @Test
    void theListOfIncidentsIsPagedByKeyAndItsStatementsDoNotGrow() {
        String first = as("auditor")
                .get("/incidents?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as("auditor")
                .get("/incidents?limit=1&after=" + first)
                .then()
                .body("items", hasSize(1))
                .body("items[0].code", org.hamcrest.Matchers.not(equalTo(first)));
        long one = statements("/incidents?limit=1");
        for (int i = 0; i < 10; i++) {
            new Case2017().enterIncidents();
        }
        assertThat(statements("/incidents?limit=20")).isEqualTo(one);
    }

    private long statements(String path) {
        return Statements.of(sessions, () -> as("auditor").get(path).then().statusCode(200));
    }
}
