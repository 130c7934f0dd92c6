package org.teishutsu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.create;
import static org.teishutsu.report.Case2017.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;
import org.teishutsu.report.Statements;

/** Gaps first: a clause nobody answers, a stage nothing proves; and as many statements for many rows as for few. */
@QuarkusTest
@RealSurroundings
class CoverageTest {
    private final Case2017 entered = new Case2017();
    private String order;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void enterCase() {
        entered.enterIncidents();
        order = entered.enterOrder();
    }

    @Test
    void gapsComeFirstAndCloseWhenTheyAreFilled() {
        String first = measure("策1", 1);
        String second = measure("策2", 1);
        measure("策3", 2);
        done(second, "PLANNED");
        done(second, "IN_FORCE");
        prove(second, "&stage=PLANNED");

        coverage()
                .body("gaps", equalTo(2))
                .body("clauses.number", contains(1, 3, 2, 4))
                .body("clauses.gap", contains("DONE_WITHOUT_EVIDENCE", "NO_MEASURE", null, null))
                .body("clauses[0].measures.id", contains(second, first))
                .body("clauses[0].measures[0].done.stage", contains("PLANNED", "IN_FORCE"))
                .body("clauses[0].measures[0].done.proven", contains(true, false));

        prove(second, "");
        measure("策4", 3);
        coverage().body("gaps", equalTo(0)).body("clauses[0].measures[0].gap", nullValue());
    }

    @Test
    void statementsDoNotGrowWithTheRows() {
        fill(1);
        long few = statements();
        for (int i = 2; i < 40; i++) {
            fill(i);
        }
        assertThat(few).isPositive();
        assertThat(statements()).isEqualTo(few);
    }

    private void fill(int i) {
        String measure = measure("策" + i, 1 + i % 3);
        done(measure, "PLANNED");
        prove(measure, "&stage=PLANNED");
    }

    private long statements() {
        return Statements.of(sessions, this::coverage);
    }

    private io.restassured.response.ValidatableResponse coverage() {
        return as("auditor").get("/orders/" + order + "/coverage").then().statusCode(200);
    }

    private String measure(String title, int clause) {
        return idOf("officer", "/measures", """
                {"order": "%s", "title": "%s", "owner": "部長", "clauses": [%d], "verification": "毎月確認する。",
                 "stages": [{"stage": "PLANNED", "due": "2030-01-31"}, {"stage": "IN_FORCE", "due": "2030-12-27"}]}
                """.formatted(order, title, clause));
    }

    private static void done(String measure, String stage) {
        create("officer", "/measures/" + measure + "/progress", """
                {"text": "終えた。", "stage": "%s", "doneOn": "2017-08-01"}""".formatted(stage));
    }

    private static void prove(String measure, String stage) {
        as("officer")
                .contentType("text/plain")
                .body(("証跡 " + measure + stage).getBytes(StandardCharsets.UTF_8))
                .post("/evidence?about=MEASURE&title=x&name=a.txt&id=" + measure + stage)
                .then()
                .statusCode(201);
    }
}
