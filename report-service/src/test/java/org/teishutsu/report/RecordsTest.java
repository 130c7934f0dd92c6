package org.teishutsu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.create;
import static org.teishutsu.report.Case2017.idOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents, notices, orders, measures and restrictions through the API. */
@QuarkusTest
@RealSurroundings
class RecordsTest {
    private final Case2017 entered = new Case2017();

    @BeforeEach
    void enterIncidents() {
        entered.enterIncidents();
    }

    @Test
    void incidentComesBackWithItsItemsInTheOrderOfTheCatalogue() {
        as("auditor")
                .get("/incidents/" + entered.attack2016)
                .then()
                .statusCode(200)
                .body(
                        "items",
                        contains(
                                "EMAIL",
                                "CUSTOMER_ID",
                                "PHONE",
                                "MOBILE_PHONE",
                                "BIRTH_DATE",
                                "VIRTUAL_ACCOUNT",
                                "FIRST_LOGIN_PASSWORD"))
                .body("by", equalTo("officer"))
                .body("recordedAt", notNullValue());
    }

    @Test
    void badIncidentIsRefusedWithEveryViolation() {
        as("officer")
                .body("{\"code\": \"X Y\", \"title\": \"\", \"items\": []}")
                .post("/incidents")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("code"))
                .body("violations.field", hasItem("title"))
                .body("violations.field", hasItem("items"))
                .body("violations.field", hasItem("detectedAt"));
        as("officer")
                .body("{\"codex\": \"a\"}")
                .post("/incidents")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("codex"));
    }

    @Test
    void whatCouldNotBePrintedIsRefusedWhereItIsEntered() {
        as("officer")
                .body("{\"title\": \"一行目\\n二行目\", \"text\": \"本文\\u0007\", \"publishedAt\": \"2017-07-31T03:00:00Z\"}")
                .post("/public-notices")
                .then()
                .statusCode(400)
                .body("violations.field", contains("text", "title"))
                .body("violations[1].message", equalTo("must be one line without control characters"));
    }

    @Test
    void unknownIncidentIsNotFoundAndWrongRoleIsForbidden() {
        as("officer").get("/incidents/none").then().statusCode(404).body("type", equalTo("urn:problem:not-found"));
        as("auditor").body("{}").post("/incidents").then().statusCode(403);
    }

    @Test
    void correctedTimelineEntryStaysBesideItsCorrection() {
        String path = "/incidents/" + entered.attack2017 + "/timeline";
        String wrong = idOf("officer", path, """
                {"occurredAt": "2017-07-13T05:00:00Z", "text": "検知"}""");
        String right = """
                {"occurredAt": "2017-07-13T06:00:00Z", "text": "検知、遮断", "corrects": "%s"}""".formatted(wrong);
        create("officer", path, right);

        as("auditor").get(path).then().body("items", hasSize(2)).body("items[1].corrects", equalTo(wrong));
        as("officer").body(right).post(path).then().statusCode(409).body("type", equalTo("urn:problem:already-exists"));
    }

    @Test
    void publishedFigureCountsOnceASecondPersonApprovedIt() {
        String notice = idOf("officer", "/public-notices", """
                {"title": "第3報", "text": "漏えい項目の組合せを公表した。", "publishedAt": "2017-07-31T03:00:00Z"}""");
        String path = "/incidents/" + entered.attack2016 + "/published-figures";
        String id = idOf("officer", path, """
                {"number": 112364, "unit": "RECORDS", "certainty": "CONFIRMED",
                 "publishedAt": "2017-07-31T03:00:00Z", "notice": "%s"}""".formatted(notice));

        as("officer").post(path + "/" + id + "/approval").then().statusCode(403);
        String said = "entries.find { it.id == '" + notice + "' }.figures.number";
        as("auditor").get("/public-notices/change-log").then().body(said, empty());
        as("approver")
                .post(path + "/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("approvedBy", equalTo("approver"));
        as("auditor").get("/public-notices/change-log").then().body(said, contains(112364));
        assertThat(as("auditor").get("/public-notices/change-log.html").asString())
                .contains("平成28年の不正アクセスによるお客様情報の漏えい：112,364件（確定）");
        as("approver2")
                .post(path + "/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The published figure is APPROVED and cannot go to APPROVED"));
    }

    @Test
    void orderBringsItsFirstDeadlinesAndReleaseEndsTheLaterOnes() {
        String order = entered.enterOrder();
        JsonPath deadlines =
                as("auditor").get("/orders/" + order + "/deadlines").jsonPath();
        LocalDate first = LocalDate.parse(deadlines.getString("items[0].nominal"));
        assertThat(deadlines.getList("items.number")).containsExactly(0, 1, 2);
        assertThat(deadlines.getList("items.nominal"))
                .containsExactly(
                        first.toString(),
                        first.plusMonths(1).toString(),
                        first.plusMonths(2).toString());
        assertThat(deadlines.getList("items.latestConfirmed")).containsOnly(false);
        assertThat(deadlines.getList("items.state")).containsOnly("OPEN");

        as("officer")
                .body("{\"document\": \"関財金1第2号\", \"effectiveOn\": \"%s\"}".formatted(first.plusMonths(1)))
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(200);

        as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .body("items.state", contains("OPEN", "OPEN", "NOT_NEEDED"))
                .body("items[2].ground", equalTo("関財金1第2号"));
    }

    @Test
    void aReleaseBeforeTheOrderIsRefusedAndChangesNothing() {
        String order = entered.enterOrder();
        as("officer")
                .body("{\"document\": \"関財金1第2号\", \"effectiveOn\": \"2017-07-27\"}")
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(400)
                .body("violations.field", contains("effectiveOn"));
        as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .body("items.state", contains("OPEN", "OPEN", "OPEN"));
    }

    @Test
    void measureMovesThroughItsStagesAndASlipMovesItsDueDate() {
        String order = entered.enterOrder();
        String measure = create("officer", "/measures", """
                {"order": "%s", "title": "ログ監視の見直し", "owner": "システム部長", "clauses": [1],
                 "verification": "模擬攻撃の検知率",
                 "stages": [{"stage": "PLANNED", "due": "2017-08-10"},
                            {"stage": "CODIFIED", "notApplicableReason": "既存の規程で足りる"},
                            {"stage": "IN_FORCE", "due": "2017-09-30"}]}
                """.formatted(order));
        create("officer", measure.substring(measure.indexOf("/measures")) + "/progress", """
                {"text": "監視項目を洗い出した。", "stage": "PLANNED", "doneOn": "2017-07-27"}""");
        create("officer", measure.substring(measure.indexOf("/measures")) + "/slip", """
                {"stage": "IN_FORCE", "newDue": "2017-10-31", "reason": "機器の納期"}""");

        as("auditor")
                .get(measure)
                .then()
                .body("stage", equalTo("PLANNED"))
                .body("stages[0].doneOn", equalTo("2017-07-27"))
                .body("stages[1].due", nullValue())
                .body("stages[2].due", equalTo("2017-10-31"))
                .body("stages[2].firstDue", equalTo("2017-09-30"))
                .body("slips[0].reason", equalTo("機器の納期"));
        as("officer")
                .body("{\"stage\": \"PLANNED\", \"newDue\": \"2018-01-01\", \"reason\": \"x\"}")
                .post(measure + "/slip")
                .then()
                .statusCode(409)
                .body("detail", containsString("DONE"));
    }

    @Test
    void restrictionStandsUntilASecondPersonApprovesItsLifting() {
        String id = idOf("officer", "/restrictions", """
                {"kind": "NEW_ACCOUNTS", "from": "2017-07-28T06:00:00Z", "ground": "命令(1)"}""");
        as("service")
                .get("/restrictions/NEW_ACCOUNTS/current")
                .then()
                .statusCode(200)
                .body("stopped", equalTo(true));

        create("officer", "/restrictions/" + id + "/lifting", """
                {"until": "2017-07-29T00:00:00Z", "confirmation": "関東財務局の確認"}""");
        as("service").get("/restrictions/NEW_ACCOUNTS/current").then().body("stopped", equalTo(true));

        as("approver").post("/restrictions/" + id + "/lifting/approval").then().statusCode(200);
        as("service").get("/restrictions/NEW_ACCOUNTS/current").then().body("stopped", equalTo(false));
    }

    @Test
    void aWrongLiftingIsGivenBackAndTheRightOneEntered() {
        String id = idOf("officer", "/restrictions", """
                {"kind": "NEW_ACCOUNTS", "from": "2017-07-28T06:00:00Z", "ground": "命令(1)"}""");
        String lifting = "/restrictions/" + id + "/lifting";
        create("officer", lifting, """
                {"until": "2017-07-28T07:00:00Z", "confirmation": "日時の誤り"}""");

        as("officer")
                .body("{\"reason\": \"誤り\"}")
                .post(lifting + "/return")
                .then()
                .statusCode(403);
        as("approver")
                .body("{\"reason\": \"解除日時が誤っている。\"}")
                .post(lifting + "/return")
                .then()
                .statusCode(200)
                .body("lifting", nullValue())
                .body("returnedLiftings.reason", contains("解除日時が誤っている。"))
                .body("returnedLiftings.enteredBy", contains("officer"));
        as("service").get("/restrictions/NEW_ACCOUNTS/current").then().body("stopped", equalTo(true));

        create("officer", lifting, """
                {"until": "2017-07-29T00:00:00Z", "confirmation": "関東財務局の確認"}""");
        as("approver").post(lifting + "/approval").then().statusCode(200);
        as("approver")
                .body("{\"reason\": \"遅い\"}")
                .post(lifting + "/return")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The lifting is APPROVED and cannot go to RETURNED"));
    }

    @Test
    void aRemarkStandsOnlyOnAnItemThatLeaked() {
        String incident = """
                {"code": "%s", "title": "不正アクセス", "occurredFrom": "2016-07-01", "occurredTo": "2016-11-30",
                 "detectedAt": "2017-07-18T01:00:00Z", "items": ["FIRST_LOGIN_PASSWORD", "EMAIL"],
                 "itemRemarks": {"%s": "無効化済み"}}""";
        as("officer")
                .body(incident.formatted(entered.attack2016 + "-r", "NAME"))
                .post("/incidents")
                .then()
                .statusCode(400)
                .body("violations.field", contains("itemRemarks"));
        String code = entered.attack2016 + "-r";
        create("officer", "/incidents", incident.formatted(code, "FIRST_LOGIN_PASSWORD"));

        as("service").get("/incidents/" + code).then().body("itemRemarks.FIRST_LOGIN_PASSWORD", equalTo("無効化済み"));
    }
}
