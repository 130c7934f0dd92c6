package org.teishutsu.notify.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.correcting;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.testing.LogCapture;

@QuarkusTest
@NotifyServiceTest
class RecallResourceTest {

    private static final String ROW = "N1,INDIVIDUAL,見本 一子,,n1@mail.example,2010-01-01,100-0001,見本区1,,CURRENT,NAME";
    private static final String SOMEBODY =
            "N9,INDIVIDUAL,見本 九子,,n9@mail.example,2010-01-01,100-0009,見本区9,,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void ledger() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2017-attack", List.of(SOMEBODY));
    }

    private static ValidatableResponse answer(Map<String, String> by) {
        Map<String, String> body = new HashMap<>(Map.of("name", "見本 一子", "telephone", "090-0000-0001"));
        body.putAll(by);
        return post("desk", "/not-affected", body);
    }

    private static ValidatableResponse recalls(String query) {
        return as("desk").get("/recalls" + query).then().statusCode(200);
    }

    @Test
    void whoeverWasToldSoIsCalledBackOnceAListAddsHim() {
        for (Map<String, String> by : List.of(
                Map.of("customerNumber", "ｎ１"), Map.of("email", "N1@mail.example"), Map.of("postalCode", "1000001"))) {
            answer(by)
                    .statusCode(201)
                    .body("statement", containsString("現在の当社の調査の範囲では"))
                    .body("by", equalTo("desk"));
        }
        answer(Map.of("email", "other@mail.example")).statusCode(201);
        recalls("").body("items", empty());
        SendingFixture.affected("2016-attack", List.of(ROW));
        recalls("")
                .body("items", hasSize(3))
                .body("items.caller.name", equalTo(List.of("見本 一子", "見本 一子", "見本 一子")))
                .body("items[0].caller.mobile", equalTo("090-0000-0001"))
                .body("items[0].recipient", equalTo(recipient("N1")))
                .body("items[0].last", nullValue());
        SendingFixture.affected("2017-attack", List.of(ROW));
        recalls("").body("items", hasSize(3));
        as("auditor")
                .get("/not-affected")
                .then()
                .statusCode(200)
                .body("items.recalls", equalTo(List.of(1, 1, 1, 0)))
                .body(not(containsString("一子")));
        as("auditor").get("/recalls").then().statusCode(403);
    }

    @Test
    void aRecallIsOpenUntilHeKnows() {
        answer(Map.of("customerNumber", "N1")).statusCode(201);
        SendingFixture.affected("2017-attack", List.of(ROW));
        String id = recalls("").extract().path("items[0].id");
        step(id, "NOT_REACHED").statusCode(201).body("outcome", equalTo("NOT_REACHED"));
        recalls("").body("items", hasSize(1)).body("items[0].last", equalTo("NOT_REACHED"));
        step(id, "TOLD").statusCode(201);
        recalls("").body("items", empty());
        recalls("?all=true").body("items[0].last", equalTo("TOLD"));
        step(id, "NOT_REACHED").statusCode(409).body("type", equalTo("urn:problem:illegal-transition"));
        step("00000000-0000-7000-8000-000000000000", "TOLD").statusCode(404);
        post("officer", "/recalls/{id}/steps", Map.of("outcome", "TOLD"), id).statusCode(403);
    }

    private static ValidatableResponse step(String recall, String outcome) {
        return post("desk", "/recalls/{id}/steps", Map.of("outcome", outcome), recall);
    }

    @Test
    void nobodyIsCalledBackForWhatHasBeenWithdrawn() {
        answer(Map.of("customerNumber", "N1")).statusCode(201);
        SendingFixture.affected("2017-attack", List.of(ROW));
        applied(correcting("WITHDRAW", "2017-attack", ROW));
        recalls("").body("items", empty());
        answer(Map.of("customerNumber", "N1")).statusCode(201);
    }

    @Test
    void whoeverIsAffectedIsNotToldThatHeIsNot() {
        for (Map<String, String> by : List.of(
                Map.of("customerNumber", "N9", "name", "見本 九子"),
                Map.of("customerNumber", "N1", "email", "n9@mail.example"),
                Map.of("postalCode", "100-0009", "name", "見本　九子"))) {
            answer(by).statusCode(409).body("type", equalTo("urn:problem:not-ready"));
        }
        answer(Map.of()).statusCode(400).body("violations.field", hasItem("customerNumber"));
        answer(Map.of("name", " ", "email", "x@mail.example")).statusCode(400);
        for (String user : List.of("officer", "approver", "auditor")) {
            post(user, "/not-affected", Map.of("name", "見本 一子", "email", "x@mail.example"))
                    .statusCode(403);
        }
    }

    @Test
    void whoAskedStandsNowhereInTheOpen() {
        try (LogCapture log = new LogCapture()) {
            answer(Map.of("email", "n1@mail.example", "customerNumber", "N1")).statusCode(201);
            answer(Map.of("email", "n9@mail.example")).statusCode(409);
            assertThat(log.text()).doesNotContain("mail.example").doesNotContain("一子");
        }
        assertThat(LedgerFixture.strings(dataSource, "select a::text from not_affected a"))
                .hasSize(1)
                .noneMatch(row -> row.contains("一子") || row.contains("n1@") || row.contains("090"));
    }

    @Test
    void anAnswerIsFoundAfterTheKeyOfTheHashesWasReplaced() {
        answer(Map.of("customerNumber", "N1")).statusCode(201);
        LedgerFixture.execute(dataSource, "update not_affected set lookup_key = 1, customer_key = 'old'");
        SendingFixture.affected("2017-attack", List.of(ROW));
        recalls("").body("items", hasSize(1));
    }

    @Test
    void theAnswerIsPartOfTheInquiry() {
        String answer = answer(Map.of("customerNumber", "N1")).extract().path("id");
        Map<String, Object> inquiry = new HashMap<>(Map.of(
                "receivedAt",
                "2017-08-02T01:00:00Z",
                "channel",
                "TELEPHONE",
                "kind",
                "QUESTION",
                "notAffected",
                answer));
        post("desk", "/inquiries", inquiry).statusCode(201).body("notAffected", equalTo(answer));
        inquiry.put("notAffected", "00000000-0000-7000-8000-000000000000");
        post("desk", "/inquiries", inquiry).statusCode(400).body("violations.field", hasItem("notAffected"));
    }
}
