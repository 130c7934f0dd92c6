package org.teishutsu.report.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.create;
import static org.teishutsu.report.Case2017.idOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;
import org.teishutsu.report.notify.NotifyServer;

/** Instructions of the bureau through the API, and what becomes of the deadlines. */
@QuarkusTest
@RealSurroundings
class InstructionTest {
    private final Case2017 entered = new Case2017();
    private String order;
    private LocalDate first;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void endThread() {
        thread.shutdownNow();
    }

    @BeforeEach
    void enterOrder() {
        entered.enterFirm();
        entered.enterIncidents();
        order = entered.enterOrder();
        first = LocalDate.parse(deadlines().getString("items[0].nominal"));
    }

    @Test
    void anotherDayMovesTheReportsFromTheStatedOneOnAndSaysWhereItComesFrom() {
        instruct("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 31");

        LocalDate second =
                first.plusMonths(1).withDayOfMonth(first.plusMonths(1).lengthOfMonth());
        assertThat(deadlines().getString("items[0].nominal")).isEqualTo(first.toString());
        assertThat(deadlines().getString("items[1].nominal")).isEqualTo(second.toString());
        as("auditor")
                .get("/orders/" + order + "/deadlines/1")
                .then()
                .statusCode(200)
                .body("deadline.nominal", equalTo(second.toString()))
                .body("inputs.dayOfMonth", equalTo(31))
                .body("inputs.months", equalTo(1))
                .body("steps.date", contains("nominal", "safe", "latest", "lastDay", "asOfDate"))
                .body("steps[0].sources.kind", contains("ORDER", "INSTRUCTION"))
                .body("steps[0].sources[1].document", equalTo("関財金7第99号"))
                .body("provisionalYears", hasSize(0));
    }

    @Test
    void anotherIntervalMovesTheDeadlinesThatExist() {
        String another = entered.enterOrder("間隔", 40);
        instruct(another, "INTERVAL", "\"fromReport\": 1, \"intervalMonths\": 3");
        JsonPath of = as("auditor").get("/orders/" + another + "/deadlines").jsonPath();

        LocalDate start = LocalDate.parse(of.getString("items[0].nominal"));
        assertThat(of.getList("items.nominal"))
                .containsExactly(
                        start.toString(),
                        start.plusMonths(3).toString(),
                        start.plusMonths(6).toString());
    }

    @Test
    void anInstructionForASettledReportIsRefusedAndNamesIt() {
        as("officer")
                .body("{\"document\": \"関財金1第2号\", \"effectiveOn\": \"%s\"}".formatted(first.plusMonths(1)))
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(200);

        as("officer")
                .body(body("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 31"))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:illegal-transition"))
                .body("detail", containsString("Report 2 is NOT_NEEDED"));
        as("auditor").get("/orders/" + order + "/instructions").then().body("items", hasSize(0));
        instruct("EXTENSION", "\"fromReport\": 0, \"extendedTo\": \"" + first.plusDays(7) + "\"");
        assertThat(deadlines().getString("items[0].nominal"))
                .isEqualTo(first.plusDays(7).toString());
    }

    @Test
    void anInstructionHasExactlyTheFieldsOfItsKind() {
        as("officer")
                .body(body("INTERVAL", "\"fromReport\": 0, \"dayOfMonth\": 3"))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("fromReport", "intervalMonths", "dayOfMonth"));
        as("officer")
                .body(body("EXTENSION", "\"fromReport\": 0, \"extendedTo\": \"" + first + "\""))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("extendedTo"));
        as("officer")
                .body(body("QUESTION", "\"receivedOn\": \"2017-07-27\"").replaceFirst("\"receivedOn\": [^,]*, ", ""))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("receivedOn"));
        as("auditor")
                .body(body("QUESTION", null))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(403);
    }

    @Test
    void aCorrectedInstructionNoLongerCountsAndStaysOnRecord() {
        String wrong = instruct("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 1");
        String right = "\"fromReport\": 1, \"dayOfMonth\": 28, \"corrects\": \"" + wrong + "\"";
        instruct("DAY_OF_MONTH", right);

        assertThat(LocalDate.parse(deadlines().getString("items[1].nominal")).getDayOfMonth())
                .isEqualTo(28);
        as("auditor")
                .get("/orders/" + order + "/instructions")
                .then()
                .body("items", hasSize(2))
                .body("items[1].corrects", equalTo(wrong));
        as("officer")
                .body(body("DAY_OF_MONTH", right))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:already-exists"));
    }

    @Test
    void aCorrectionOfAnOldInstructionOverridesNoNewerOne() {
        String old = instruct("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 1");
        instruct("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 28");
        String extended = first.plusMonths(2).withDayOfMonth(5).plusMonths(1).toString();
        instruct("EXTENSION", "\"fromReport\": 2, \"extendedTo\": \"" + extended + "\"");

        String once = instruct("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 2, \"corrects\": \"" + old + "\"");
        instruct("DAY_OF_MONTH", "\"fromReport\": 1, \"dayOfMonth\": 3, \"corrects\": \"" + once + "\"");

        assertThat(LocalDate.parse(deadlines().getString("items[1].nominal")).getDayOfMonth())
                .isEqualTo(28);
        assertThat(deadlines().getString("items[2].nominal")).isEqualTo(extended);
    }

    @Test
    void aCorrectionOfAnOldAmendmentOverridesNoNewerOne() {
        String old = instruct("AMENDMENT", clause("誤記のある命令"));
        instruct("AMENDMENT", clause("後の命令"));
        instruct("AMENDMENT", clause("誤記を直した命令") + ", \"corrects\": \"" + old + "\"");

        as("auditor").get("/orders/" + order).then().body("clauses[1].text", equalTo("後の命令"));
    }

    private static String clause(String text) {
        return "\"clauses\": [{\"number\": 2, \"kind\": \"LIMIT_HARM\", \"text\": \"" + text + "\"}]";
    }

    @Test
    void anOrderWithoutAReportingClauseOrBeforeItsIncidentIsRefused() {
        String body = """
                {"authority": "関東財務局", "documentNumber": "x%s", "legalBasis": "金融商品取引法第51条",
                 "issuedOn": "%s", "receivedAt": "2017-07-28T06:00:00Z", "incidents": ["%s"],
                 "clauses": [{"number": 1, "kind": "%s", "text": "x"}], "firstReportDueOn": "2017-08-16"}""";
        as("officer")
                .body(body.formatted(order, "2017-07-28", entered.attack2017, "CONTAIN"))
                .post("/orders")
                .then()
                .statusCode(400)
                .body("violations.field", contains("clauses"));
        as("officer")
                .body(body.formatted(order, "2017-07-12", entered.attack2017, "REPORT"))
                .post("/orders")
                .then()
                .statusCode(400)
                .body("violations.field", contains("issuedOn"));
    }

    @Test
    void anAmendmentTakesThePlaceOfAClauseFromThenOn() {
        Case2017.passAsOf(order, 0);
        String filing = "/filings/"
                + as("auditor").get("/filings?order=" + order).then().extract().path("items[0].id");
        instruct("AMENDMENT", """
                "clauses": [{"number": 2, "kind": "LIMIT_HARM", "text": "変更後の命令"},
                            {"number": 5, "kind": "CONTAIN", "text": "追加の命令"}]""");

        as("auditor")
                .get("/orders/" + order)
                .then()
                .body("clauses.number", contains(1, 2, 3, 4, 5))
                .body("clauses[1].text", equalTo("変更後の命令"));
        as("officer").post(filing + "/refresh").then().statusCode(200);
        assertThat(as("auditor").get(filing + "/document.json").asString()).doesNotContain("変更後の命令", "追加の命令");
        as("officer")
                .body(body("AMENDMENT", "\"fromReport\": 1"))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("fromReport", "clauses"));
    }

    @Test
    void aClauseAddedByAnAmendmentIsServedByMeasuresAndEvidence() {
        String measure = """
                {"order": "%s", "title": "策", "owner": "部長", "clauses": [5], "verification": "毎月確認する。",
                 "stages": [{"stage": "PLANNED", "due": "2030-01-31"}]}""".formatted(order);
        as("officer")
                .body(measure)
                .post("/measures")
                .then()
                .statusCode(400)
                .body("violations.field", contains("clauses"));
        prove(5).statusCode(400).body("violations.field", contains("id"));
        instruct("AMENDMENT", """
                "clauses": [{"number": 5, "kind": "CONTAIN", "text": "追加の命令"}]""");

        as("officer").body(measure).post("/measures").then().statusCode(201);
        prove(5).statusCode(201);
        as("auditor")
                .get("/orders/" + order + "/coverage")
                .then()
                .body("clauses.find { it.number == 5 }.evidence", hasSize(1))
                .body("clauses.find { it.number == 5 }.measures", hasSize(1));
    }

    private ValidatableResponse prove(int clause) {
        return as("officer")
                .contentType("text/plain")
                .body(("証跡 " + order + clause).getBytes(StandardCharsets.UTF_8))
                .post("/evidence?about=CLAUSE&clause=" + clause + "&title=x&name=a.txt&id=" + order)
                .then();
    }

    @Test
    void anExtensionIsOfAPlannedReportAndToADayWithinAYear() {
        for (String effect : List.of(
                "\"fromReport\": 0, \"extendedTo\": \"" + first.plusYears(1).plusDays(1) + "\"",
                "\"fromReport\": 0, \"extendedTo\": \"2055-01-04\"",
                "\"fromReport\": 0, \"extendedTo\": \"+999999999-12-31\"")) {
            as("officer")
                    .body(body("EXTENSION", effect))
                    .post("/orders/" + order + "/instructions")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("extendedTo"));
        }
        as("officer")
                .body(body("EXTENSION", "\"fromReport\": 9, \"extendedTo\": \"" + first.plusMonths(10) + "\""))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("not planned yet"));
    }

    @Test
    void anOrderWhoseReportsNobodyCanDateIsRefused() {
        as("officer")
                .body("""
                        {"authority": "関東財務局", "documentNumber": "遠い%s", "legalBasis": "金融商品取引法第51条",
                         "issuedOn": "2017-07-28", "receivedAt": "2017-07-28T06:00:00Z", "incidents": ["%s"],
                         "clauses": [{"number": 1, "kind": "REPORT", "text": "x"}], "firstReportDueOn": "2051-08-16"}
                        """.formatted(order, entered.attack2017))
                .post("/orders")
                .then()
                .statusCode(400)
                .body("violations.field", contains("firstReportDueOn"));
    }

    @Test
    void aCorrectedQuestionKeepsItsAnswers() {
        String question = instruct("QUESTION", null);
        String answer = """
                {"text": "%s", "answeredOn": "%s"}""";
        String today = Jst.date(Case2017.now()).toString();
        create(
                "officer",
                "/orders/" + order + "/instructions/" + question + "/answers",
                answer.formatted("回答一", today));
        String corrected = instruct("QUESTION", "\"corrects\": \"" + question + "\"");
        create(
                "officer",
                "/orders/" + order + "/instructions/" + corrected + "/answers",
                answer.formatted("回答二", today));

        as("auditor")
                .get("/orders/" + order + "/instructions")
                .then()
                .body("items[0].answers.text", contains("回答一"))
                .body("items[1].answers.text", contains("回答一", "回答二"));
    }

    @Test
    void whatNoFontPrintsIsRefusedWhereItIsEntered() {
        as("officer")
                .body(body("QUESTION", null).replace("電子ログ", "電子😀ログ"))
                .post("/orders/" + order + "/instructions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("text"))
                .body(
                        "violations.message",
                        contains(startsWith("no font of a filing can print 😀 (U+1F600) (line 1, character ")));
        as("officer")
                .contentType("text/plain")
                .queryParam("title", "a\u200db")
                .body("証跡".getBytes(StandardCharsets.UTF_8))
                .post("/evidence?about=CLAUSE&clause=1&name=a.txt&id=" + order)
                .then()
                .statusCode(400)
                .body("violations.field", contains("title"))
                .body(
                        "violations.message",
                        contains(startsWith("no font of a filing can print U+200D (line 1, character ")));
    }

    @Test
    void aDraftBeingWrittenWhileItIsMovedIsNotWrittenUnderItsNewDates() throws Exception {
        Case2017.passAsOf(order, 0);
        String path = "/filings/"
                + as("auditor").get("/filings?order=" + order).then().extract().path("items[0].id");
        int asked = NotifyServer.calls();
        NotifyServer.hold(true);
        try {
            Future<Integer> refresh = thread.submit(
                    () -> as("officer").post(path + "/refresh").then().extract().statusCode());
            await().until(() -> NotifyServer.calls() > asked);
            instruct("EXTENSION", "\"fromReport\": 0, \"extendedTo\": \"" + first.plusDays(21) + "\"");
            NotifyServer.hold(false);
            assertThat(refresh.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            NotifyServer.hold(false);
        }
        as("auditor")
                .get(path)
                .then()
                .body("nominal", equalTo(first.plusDays(21).toString()))
                .body("waiting", containsString("moved the deadline"));
        as("officer").post(path + "/review").then().statusCode(409);
    }

    @Test
    void theProgressReportPrintsQuestionsAndAnswersAsOfItsInstant() {
        String question = instruct("QUESTION", null);
        create("officer", "/orders/" + order + "/instructions/" + question + "/answers", """
                {"text": "ログを提出した。", "answeredOn": "%s"}""".formatted(
                        Jst.date(Case2017.now())));
        Case2017.passAsOf(order, 1);
        String later = instruct("INSTRUCTION", null);

        String filing =
                as("auditor").get("/filings?order=" + order).then().extract().path("items[1].id");
        as("officer").post("/filings/" + filing + "/refresh").then().statusCode(200);
        JsonPath document =
                as("auditor").get("/filings/" + filing + "/document.json").jsonPath();
        String section = document.getString("sections.find { it.number == '8' }");
        assertThat(section).contains("関財金7第99号", "照会", "ログを提出した。").doesNotContain("未回答");
        assertThat(document.getList("sections.find { it.number == '8' }.blocks.rows.flatten()"))
                .doesNotContain("指示");
        as("auditor").get("/orders/" + order + "/instructions").then().body("items.id", hasItem(later));
    }

    @Test
    void aDraftFollowsAnExtensionAndWaitsForItsNewAsOfInstant() {
        Case2017.passAsOf(order, 0);
        String path = "/filings/"
                + as("auditor").get("/filings?order=" + order).then().extract().path("items[0].id");
        String asOf = as("auditor").get(path).then().extract().path("asOf");

        instruct("EXTENSION", "\"fromReport\": 0, \"extendedTo\": \"" + first.plusDays(21) + "\"");

        as("auditor")
                .get(path)
                .then()
                .body("nominal", equalTo(first.plusDays(21).toString()))
                .body("asOf", not(equalTo(asOf)))
                .body("waiting", containsString("moved the deadline"));
        as("officer").post(path + "/review").then().statusCode(409);
        Case2017.passAsOf(order, 0);
        as("auditor").get(path).then().body("waiting", equalTo(null));
        as("auditor").get(path + "/events").then().body("items.kind", hasItem("REDATED"));
    }

    private JsonPath deadlines() {
        return as("auditor").get("/orders/" + order + "/deadlines").jsonPath();
    }

    private String instruct(String kind, String effect) {
        return instruct(order, kind, effect);
    }

    private static String instruct(String of, String kind, String effect) {
        return idOf("officer", "/orders/" + of + "/instructions", body(kind, effect));
    }

    private static String body(String kind, String effect) {
        return """
                {"documentNumber": "関財金7第99号", "officer": "証券監督第三課 見本", "receivedOn": "%s", "kind": "%s",
                 "text": "電子ログの保全の状況を示すこと。"%s}""".formatted(Jst.date(Case2017.now()), kind, effect == null ? "" : ", " + effect);
    }
}
