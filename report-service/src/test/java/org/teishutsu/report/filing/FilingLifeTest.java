package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.filing.FilingWalk.digest;
import static org.teishutsu.report.filing.FilingWalk.lookedAt;
import static org.teishutsu.report.filing.FilingWalk.resolved;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** A filing's way through the API, from the daily run to the bureau's receipt. */
@QuarkusTest
@RealSurroundings
class FilingLifeTest {
    private final Case2017 entered = new Case2017();
    private String order;

    @BeforeEach
    void enterCase() {
        entered.enterFirm();
        entered.enterIncidents();
        order = entered.enterOrder();
        for (int clause = 1; clause <= 3; clause++) {
            entered.enterMeasure(order, clause);
        }
    }

    @AfterEach
    void notifyServiceIsBack() {
        NotifyServer.answer(200);
    }

    @Test
    void theDailyTickMakesTheInitialDraftFromFiguresAndFacts() {
        Case2017.passAsOf(order, 0);

        String filing = filing(0);
        as("auditor")
                .get(filing)
                .then()
                .body("kind", equalTo("INITIAL"))
                .body("state", equalTo("DRAFT"))
                .body("waiting", nullValue())
                .body("by", equalTo("scheduler"))
                .body("preparedBy", nullValue())
                .body("digest", notNullValue());
        as("auditor")
                .get(filing + "/document.json")
                .then()
                .body("figures.union.exposures", equalTo(114819))
                .body("figures.incidents.incident", contains(entered.attack2016, entered.attack2017))
                .body("sections", hasSize(11));
        as("auditor").get(filing + "/checks").then().body("findAll { it.outcome == 'FAILED' }", empty());
        as("auditor").get(filing + "/events").then().body("items.kind", contains("CREATED", "DRAFTED"));
    }

    @Test
    void evidenceUpToTheAsOfInstantIsInTheAnnexAndLaterEvidenceIsNot() {
        prove("期限前の証跡");
        Case2017.passAsOf(order, 0);
        prove("期限後の証跡");

        as("officer").post(filing(0) + "/refresh").then().statusCode(200);
        String annexes = as("auditor").get(filing(0) + "/document.json").asString();
        assertThat(annexes).contains("期限前の証跡").doesNotContain("期限後の証跡");
    }

    private void prove(String title) {
        as("officer")
                .contentType("text/plain")
                .body((title + order).getBytes(StandardCharsets.UTF_8))
                .queryParam("title", title)
                .post("/evidence?about=CLAUSE&clause=1&name=a.txt&id=" + order)
                .then()
                .statusCode(201);
    }

    @Test
    void aSecondRunMakesNothingNew() {
        Case2017.passAsOf(order, 0);
        String today = Jst.date(Case2017.now()).toString();

        as("officer")
                .body(Map.of("date", today))
                .post("/filing-runs")
                .then()
                .statusCode(200)
                .body("made", empty());
        as("auditor").get("/filings?order=" + order).then().body("items", hasSize(1));
        as("officer")
                .body(Map.of("date", Jst.date(Case2017.now()).plusDays(1).toString()))
                .post("/filing-runs")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem:as-of-in-future"));
    }

    @Test
    void runsAtTheSameTimeMakeOneFiling() throws Exception {
        // Due in two days, its as-of instant has passed already and no daily tick has seen it yet.
        String another = entered.enterOrder("同時", 2);
        String today = Jst.date(Case2017.now()).toString();

        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> runs = Collections.nCopies(
                    4,
                    () -> as("officer")
                            .body(Map.of("date", today))
                            .post("/filing-runs")
                            .statusCode());
            for (Future<Integer> run : people.invokeAll(runs)) {
                assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            people.shutdownNow();
        }

        as("auditor").get("/filings?order=" + another).then().body("items", hasSize(1));
    }

    @Test
    void theNextThreeDeadlinesAlwaysExist() {
        Case2017.passNominal(order, 0);
        Case2017.passNominal(order, 1);
        LocalDate today = Jst.date(Case2017.now());

        List<String> nominal = as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items.nominal");

        assertThat(nominal).doesNotHaveDuplicates();
        assertThat(nominal.stream().map(LocalDate::parse).filter(date -> !date.isBefore(today)))
                .hasSize(3);
    }

    @Test
    void aFilingGoesFromDraftToSubmissionWithFourEyesAndFreezesOnTheWay() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);

        as("representative")
                .body(resolved("x"))
                .post(filing + "/release")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:illegal-transition"))
                .body("detail", equalTo("The filing is DRAFT and cannot go to RELEASED"));
        amend(filing, "4", "当社の補足である。");
        as("officer").post(filing + "/review").then().statusCode(200).body("state", equalTo("IN_REVIEW"));
        as("officer").post(filing + "/refresh").then().statusCode(409);
        as("officer").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(403);
        as("approver")
                .body(Map.of("digest", "another"))
                .post(filing + "/approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        as("approver").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(200);

        byte[] draft = pdf(filing, "SUBMISSION");
        as("representative")
                .body(Map.of("digest", digest(filing), "boardDate", "2027-01-01", "boardResolution", "承認した。"))
                .post(filing + "/release")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("boardDate"));
        as("representative")
                .body(resolved(digest(filing)))
                .post(filing + "/release")
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("boardDate", equalTo("2017-08-08"));

        byte[] released = pdf(filing, "SUBMISSION");
        assertThat(new String(released, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(released).isNotEqualTo(draft).isEqualTo(pdf(filing, "SUBMISSION"));
        assertThat(pdf(filing, "FIRM_COPY")).isNotEqualTo(released);
        as("auditor").get(filing).then().body("submissionSha256", equalTo(Digests.sha256(released)));

        as("officer")
                .body(receipt(Case2017.now(), null))
                .post(filing + "/submission")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("submission.receiptNumber", equalTo("受付第1号"));
        as("auditor").get("/orders/" + order + "/deadlines").then().body("items[0].state", equalTo("MET"));
        as("officer")
                .body(Map.of("text", "遅い"))
                .put(filing + "/sections/4")
                .then()
                .statusCode(409)
                .body("detail", containsString("SUBMITTED"));
        as("auditor")
                .get(filing + "/events")
                .then()
                .body(
                        "items.kind",
                        contains(
                                "CREATED",
                                "DRAFTED",
                                "EDITED",
                                "SUBMITTED_FOR_REVIEW",
                                "APPROVED",
                                "RELEASED",
                                "SUBMITTED"));
    }

    @Test
    void anUnreachableNotifyServiceLeavesTheDraftWaitingAndSaysSo() {
        NotifyServer.answer(503);
        Case2017.passAsOf(order, 0);
        String filing = filing(0);

        as("auditor")
                .get(filing)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("waiting", equalTo("No figures from notify-service: notify-service answered 503"));
        as("auditor").get(filing + "/document.json").then().body("figures", nullValue());
        as("auditor")
                .get(filing + "/checks")
                .then()
                .body("find { it.name == 'FIGURES_AVAILABLE' }.outcome", equalTo("FAILED"));
        String today = Jst.date(Case2017.now()).toString();
        as("officer")
                .body(Map.of("date", today))
                .post("/filing-runs")
                .then()
                .statusCode(200)
                .body("waiting.filing", hasItem(filing.substring("/filings/".length())));

        NotifyServer.answer(200);
        as("officer")
                .body(Map.of("date", today))
                .post("/filing-runs")
                .then()
                .body("waiting.filing", not(hasItem(filing.substring("/filings/".length()))));
        as("auditor").get(filing).then().body("waiting", nullValue());
        as("auditor").get(filing + "/document.json").then().body("figures.union.recipients", equalTo(114119));
    }

    @Test
    void aBlockingCheckStopsTheApprovalUntilAnotherApproverOverridesIt() {
        NotifyServer.answer(503);
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        as("officer").post(filing + "/review").then().statusCode(200);

        as("approver")
                .body(lookedAt(filing))
                .post(filing + "/approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"))
                .body("detail", equalTo("Blocking checks failed: FIGURES_AVAILABLE"));
        as("approver")
                .body(Map.of("reason", "当局と合意した。", "note", "件数は追って報告する。"))
                .post(filing + "/checks/FIGURES_AVAILABLE/override")
                .then()
                .statusCode(200);
        as("approver")
                .body(Map.of("reason", "再度", "note", "追って報告する。"))
                .post(filing + "/checks/FIGURES_AVAILABLE/override")
                .then()
                .statusCode(409);
        as("approver")
                .body(lookedAt(filing))
                .post(filing + "/approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:problem:four-eyes"));
        as("approver2").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(200);
        String document = as("auditor").get(filing + "/document.json").asString();
        assertThat(document).contains("件数は追って報告する。").doesNotContain("当局と合意した。");
    }

    @Test
    void anOverrideDoesNotOutliveTheDraftItExcused() {
        NotifyServer.answer(503);
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        as("approver")
                .body(Map.of("reason", "当局と合意した。", "note", "件数は追って報告する。"))
                .post(filing + "/checks/FIGURES_AVAILABLE/override")
                .then()
                .statusCode(200);
        String override = "find { it.name == 'FIGURES_AVAILABLE' }.override";
        as("auditor").get(filing + "/checks").then().body(override, notNullValue());

        as("officer").post(filing + "/refresh").then().statusCode(200);

        as("auditor").get(filing + "/checks").then().body(override, nullValue());
        as("auditor")
                .get(filing + "/events")
                .then()
                .body("items.find { it.kind == 'OVERRIDES_FORGOTTEN' }.detail", equalTo("FIGURES_AVAILABLE"));
        assertThat(as("auditor").get(filing + "/document.json").asString()).doesNotContain("件数は追って報告する。");
    }

    @Test
    void anOfficersWordsSurviveARefresh() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        String text = amend(filing, "9", "残る言葉である。対象は{union.recipients}である。");
        as("officer2").post(filing + "/refresh").then().statusCode(200).body("preparedBy", equalTo("officer2"));

        assertThat(as("auditor").get(filing + "/document.json").asString()).contains("残る言葉である。対象は114,119人である。");
        as("auditor")
                .get(filing + "/sections/9")
                .then()
                .body("text", equalTo(text))
                .body("editedBy", equalTo("officer"))
                .body("draftMoved", equalTo(false));
        as("auditor").get(filing).then().body("edited", contains("9"));
        put(filing + "/sections/9", "").then().statusCode(200);
        assertThat(as("auditor").get(filing + "/document.json").asString()).doesNotContain("残る言葉である。");
        put(filing + "/sections/99", "x").then().statusCode(404);
    }

    @Test
    void whatASectionCannotSayIsRefusedWithItsPlace() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        String text = as("auditor").get(filing + "/sections/9").then().extract().path("text");

        put(filing + "/sections/9", "本文だけ")
                .then()
                .statusCode(400)
                .body("violations.message", contains("a table or chart cannot be left out: add the line 【表】改善策の責任者"));
        put(filing + "/sections/9", text + "\n\n{union.everybody}")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("there is no figure union.everybody"));
        put(filing + "/sections/9", text + "\n【表】別の表")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("this section has no (other) 【表】別の表"));
        put(filing + "/sections/9", "一行目\n笑顔😀")
                .then()
                .statusCode(400)
                .body(
                        "violations[0].message",
                        equalTo("no font of a filing can print 😀 (U+1F600) (line 2, character 3)"));
    }

    @Test
    void aPrintedFigureTellsWhereItComesFrom() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);

        as("auditor")
                .get(filing + "/figures/union.recipients")
                .then()
                .statusCode(200)
                .body("printed", equalTo("114,119人"))
                .body("source.service", equalTo("notify-service"))
                .body("source.query", containsString("incident=" + entered.attack2016))
                .body("source.digest", notNullValue())
                .body("asOf", equalTo(as("auditor").get(filing).then().extract().<String>path("asOf")))
                .body("parts.value.sum()", equalTo(114119))
                .body("places", not(empty()));
        as("auditor").get(filing + "/figures?limit=5").then().body("items", hasSize(5));
        as("auditor").get(filing + "/figures/none").then().statusCode(404);
    }

    @Test
    void aFactNewerThanTheDraftForcesARefreshWhichShowsIt() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        as("officer").post(filing + "/review").then().statusCode(200);
        as("approver").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(200);
        Case2017.create("officer", "/incidents/" + entered.attack2016 + "/timeline", """
                {"occurredAt": "2017-08-01T00:00:00Z", "text": "後から判明した事実である。"}
                """);

        as("representative")
                .body(resolved(digest(filing)))
                .post(filing + "/release")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"))
                .body("detail", containsString("change section(s) 10"));
        as("representative")
                .body(Map.of("reason", "新しい事実を加えること"))
                .post(filing + "/return")
                .then()
                .statusCode(200);
        as("officer").post(filing + "/review").then().statusCode(409);
        as("officer").post(filing + "/refresh").then().statusCode(200);

        as("auditor")
                .get(filing + "/changes")
                .then()
                .body("figures", empty())
                .body("sections.number", contains("10"))
                .body("sections[0].added.join('')", containsString("後から判明した事実である。"));
        released(0);
    }

    @Test
    void theChecksOfAnApprovedFilingStayAsTheyWere() {
        Case2017.passAsOf(order, 0);
        String filing = released(0);
        NotifyServer.answer(503);

        as("auditor")
                .get(filing + "/checks")
                .then()
                .body("name", hasSize(CheckName.values().length))
                .body("find { it.name == 'AS_OF_REPRODUCIBLE' }.outcome", equalTo("PASSED"));
    }

    @Test
    void figuresThatCannotBeHadAgainStopTheApproval() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        as("officer").post(filing + "/review").then().statusCode(200);
        NotifyServer.answer(503);

        as("approver")
                .body(lookedAt(filing))
                .post(filing + "/approval")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Blocking checks failed: AS_OF_REPRODUCIBLE"));
    }

    @Test
    void aRemarkOfAReviewerIsKeptAndPrintedNowhere() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        String before = digest(filing);

        as("approver")
                .body(Map.of("section", "4", "text", "根拠を補うこと"))
                .post(filing + "/remarks")
                .then()
                .statusCode(200)
                .body("remarks.about", contains("4"))
                .body("remarks.by", contains("approver"))
                .body("digest", equalTo(before));
    }

    private static Response put(String path, String text) {
        return as("officer").body(Map.of("text", text)).put(path);
    }

    /** Adds a paragraph to what a section says; gives its text. */
    private static String amend(String filing, String section, String text) {
        String path = filing + "/sections/" + section;
        String amended = as("auditor").get(path).then().extract().path("text") + "\n\n" + text;
        put(path, amended).then().statusCode(200);
        return amended;
    }

    @Test
    void aReturnedFilingIsADraftAgainAndKeepsItsReason() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        as("officer").post(filing + "/review").then().statusCode(200);

        as("approver")
                .body(Map.of("reason", "図を直すこと"))
                .post(filing + "/return")
                .then()
                .statusCode(200);

        as("auditor").get(filing).then().body("state", equalTo("DRAFT")).body("preparedBy", nullValue());
        as("auditor")
                .get(filing + "/events")
                .then()
                .body("items.find { it.kind == 'RETURNED' }.detail", equalTo("図を直すこと"));
        as("approver")
                .body(Map.of("reason", "もう一度"))
                .post(filing + "/return")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The filing is DRAFT and cannot go to DRAFT"));
    }

    @Test
    void aLateSubmissionNeedsItsReasons() {
        Case2017.passAsOf(order, 0);
        String filing = released(0);
        Case2017.passNominal(order, 0);

        as("officer")
                .body(receipt(Case2017.now(), null))
                .post(filing + "/submission")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reasonsIfLate"));
        as("auditor").get("/orders/" + order + "/deadlines").then().body("items[0].overdue", equalTo(true));
        as("officer")
                .body(receipt(Case2017.now(), "配送の遅延"))
                .post(filing + "/submission")
                .then()
                .statusCode(200);
        as("auditor")
                .get("/orders/" + order + "/deadlines")
                .then()
                .body("items[0].state", equalTo("MET_LATE"))
                .body("items[0].overdue", equalTo(false));
    }

    @Test
    void theBureauCannotHaveReceivedAFilingBeforeItsRelease() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        Instant before = Case2017.now();
        Case2017.passNominal(order, 0);
        released(0);

        as("officer")
                .body(receipt(before, null))
                .post(filing + "/submission")
                .then()
                .statusCode(400)
                .body("violations.field", contains("receivedAt"));
        as("auditor").get(filing).then().body("state", equalTo("RELEASED"));
        as("auditor").get("/orders/" + order + "/deadlines").then().body("items[0].state", equalTo("OPEN"));
    }

    @Test
    void theProgressReportComparesWithTheLastReleasedOne() {
        Case2017.passAsOf(order, 0);
        released(0);
        Case2017.passAsOf(order, 1);

        as("auditor")
                .get(filing(1))
                .then()
                .body("kind", equalTo("PROGRESS"))
                .body("title", equalTo("業務改善命令に係る進捗状況について（第1回報告）"));
        String document = as("auditor").get(filing(1) + "/document.json").asString();
        assertThat(document).contains("初回報告からの変化", "主な計数の比較", "\"前回\"");
    }

    @Test
    void theEndOfTheDutyMakesAnOpenDraftNotNeeded() {
        Case2017.passAsOf(order, 0);
        String filing = filing(0);
        String dayBefore = as("auditor").get(filing).then().extract().path("safe");

        as("officer")
                .body(Map.of(
                        "document",
                        "関財金1第9号",
                        "effectiveOn",
                        LocalDate.parse(dayBefore).minusDays(1).toString()))
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(200);

        as("auditor").get(filing).then().body("state", equalTo("NOT_NEEDED"));
        as("officer")
                .post(filing + "/review")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The filing is NOT_NEEDED and cannot go to IN_REVIEW"));
    }

    @Test
    void aReleasedFilingThatIsNotNeededAnyMoreStillServesItsBytes() {
        Case2017.passAsOf(order, 0);
        String filing = released(0);
        byte[] released = pdf(filing, "SUBMISSION");
        byte[] copy = pdf(filing, "FIRM_COPY");
        String nominal = as("auditor").get(filing).then().extract().path("nominal");

        as("officer")
                .body(Map.of(
                        "document",
                        "関財金1第9号",
                        "effectiveOn",
                        LocalDate.parse(nominal).minusDays(1).toString()))
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(200);

        as("auditor")
                .get(filing)
                .then()
                .body("state", equalTo("NOT_NEEDED"))
                .body("submissionSha256", equalTo(Digests.sha256(released)));
        assertThat(pdf(filing, "SUBMISSION")).isEqualTo(released);
        assertThat(pdf(filing, "FIRM_COPY")).isEqualTo(copy);
    }

    @Test
    void unknownFilingIsNotFound() {
        as("auditor")
                .get("/filings/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:problem:not-found"));
        as("auditor").get("/filings/x").then().statusCode(404);
    }

    private String filing(int number) {
        String id = as("auditor")
                .get("/filings?order=" + order)
                .then()
                .extract()
                .path("items.find { it.number == %d }.id".formatted(number));
        assertThat(id).as("filing " + number).isNotNull();
        return "/filings/" + id;
    }

    private String released(int number) {
        String filing = filing(number);
        FilingWalk.release(filing);
        return filing;
    }

    private static String receipt(Instant receivedAt, String reasons) {
        return """
                {"channel": "持参", "receiptNumber": "受付第1号", "receivedAt": "%s"%s}
                """.formatted(receivedAt, reasons == null ? "" : ", \"reasonsIfLate\": \"" + reasons + "\"");
    }

    private static byte[] pdf(String filing, String rendering) {
        return as("auditor")
                .get(filing + "/document.pdf?rendering=" + rendering)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }
}
