package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.filing.FilingWalk.digest;
import static org.teishutsu.report.filing.FilingWalk.lookedAt;
import static org.teishutsu.report.filing.FilingWalk.release;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;
import org.teishutsu.report.notify.NotifyServer;

/** What happens around a filing: corrections, the bureau's requests, who acts in whose place, runs and the case file. */
@QuarkusTest
@RealSurroundings
class FilingCorrectionTest {
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
        Case2017.passAsOf(order, 0);
    }

    @AfterEach
    void notifyServiceIsBack() {
        NotifyServer.answer(200);
    }

    @Test
    void aCorrectionIsANewVersionWithWhatChangedAndTheOldOneStays() {
        String old = submitted();
        String oldDigest = digest(old);

        String corrected = as("officer")
                .body(Map.of("reason", "原因の記載に誤りがあった。"))
                .post(old + "/correction")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("state", equalTo("DRAFT"))
                .body("title", containsString("（訂正報告書）"))
                .body("corrects", equalTo(id(old)))
                .body("asOf", equalTo(as("auditor").get(old).then().extract().<String>path("asOf")))
                .extract()
                .header("Location");
        as("officer")
                .body(Map.of("reason", "再度"))
                .post(old + "/correction")
                .then()
                .statusCode(409);
        String path = corrected + "/sections/4";
        String text = as("auditor").get(path).then().extract().path("text");
        as("officer")
                .body(Map.of("text", text + "\n\n訂正した記載である。"))
                .put(path)
                .then()
                .statusCode(200);

        String document = as("auditor").get(corrected + "/document.json").asString();
        assertThat(document).contains("訂正の理由及び新旧対照表", "原因の記載に誤りがあった。", "業改報第1号の2");
        assertThat(document).contains("\"4　発生原因\", \"（記載なし）\", \"訂正した記載である。\"");
        release(corrected);
        as("officer").body(receipt(null)).post(corrected + "/submission").then().statusCode(200);
        as("auditor").get(old).then().body("state", equalTo("SUBMITTED")).body("digest", equalTo(oldDigest));
        as("auditor").get("/orders/" + order + "/deadlines").then().body("items[0].state", equalTo("MET"));
        as("auditor").get("/filings?order=" + order).then().body("items.version", contains(1, 2));
    }

    @Test
    void whatTheBureauDoesNotHaveYetIsNotCorrectedButGivenBack() {
        as("officer")
                .body(Map.of("reason", "x"))
                .post(filing() + "/correction")
                .then()
                .statusCode(409)
                .body("detail", containsString("is DRAFT"));
    }

    @Test
    void aRequestOfTheBureauHasItsOwnDateAndItsAnswerStandsInTheNextReport() {
        String filing = filing();
        Map<String, String> request = Map.of(
                "kind", "MATERIAL",
                "askedBy", "証券監督第一課　担当官",
                "text", "委託先との契約書の写しを提出すること。",
                "receivedOn", today(),
                "dueOn", today());
        as("officer").body(request).post(filing + "/requests").then().statusCode(409);
        submitted();

        String path = as("officer")
                .body(request)
                .post(filing + "/requests")
                .then()
                .statusCode(201)
                .body("overdue", equalTo(false))
                .extract()
                .header("Location");
        as("officer")
                .body(Map.of("answeredOn", today(), "text", "契約書の写しを提出した。"))
                .post(path + "/answer")
                .then()
                .statusCode(200)
                .body("answer", equalTo("契約書の写しを提出した。"));
        as("officer")
                .body(Map.of("answeredOn", today(), "text", "もう一度"))
                .post(path + "/answer")
                .then()
                .statusCode(409);
        as("auditor").get(filing + "/requests").then().body("items.answeredOn", contains(today()));
        Case2017.passAsOf(order, 1);

        String next =
                as("auditor").get("/filings?order=" + order).then().extract().path("items.find { it.number == 1 }.id");
        assertThat(as("auditor").get("/filings/" + next + "/document.json").asString())
                .contains("補正及び追加資料の求め", "委託先との契約書の写しを提出すること。", "契約書の写しを提出した。");
    }

    @Test
    void aDelegateActsInTheApproversPlaceButNeverForOneself() {
        String filing = filing();
        as("officer").post(filing + "/review").then().statusCode(200);
        Map<String, Object> delegation = new HashMap<>(Map.of(
                "role", "APPROVER",
                "to", "officer2",
                "from", Case2017.now().minusSeconds(60).toString(),
                "until", Case2017.now().plusSeconds(86_400).toString(),
                "reason", "出張中の職務代行"));

        as("officer").body(delegation).post("/delegations").then().statusCode(403);
        as("representative").body(delegation).post("/delegations").then().statusCode(403);
        as("officer2").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(403);
        String made = as("approver")
                .body(delegation)
                .post("/delegations")
                .then()
                .statusCode(201)
                .body("by", equalTo("approver"))
                .extract()
                .header("Location");
        delegation.put("to", "approver");
        as("approver")
                .body(delegation)
                .post("/delegations")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:problem:four-eyes"));
        delegation.put("to", "officer");
        as("approver").body(delegation).post("/delegations").then().statusCode(201);

        as("officer")
                .body(lookedAt(filing))
                .post(filing + "/approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:problem:four-eyes"));
        as("officer2").body(lookedAt(filing)).post(filing + "/approval").then().statusCode(200);
        as("auditor")
                .get(filing + "/events")
                .then()
                .body(
                        "items.find { it.kind == 'APPROVED' }.detail",
                        containsString("in the place of the approver by delegation " + id(made) + " of approver"));
        as("approver").post(made + "/end").then().statusCode(200).body("endedBy", equalTo("approver"));
        as("approver").post(made + "/end").then().statusCode(409);
    }

    @Test
    void aRunLeavesARecordOfWhatItMadeAndWhatWaits() {
        as("auditor")
                .get("/filing-runs")
                .then()
                .body("items.made.flatten().filing", hasItem(id(filing())))
                .body("items.by", hasItem("scheduler"));
        NotifyServer.answer(503);
        String another = entered.enterOrder("待機", 2);
        as("officer").body(Map.of("date", today())).post("/filing-runs").then().statusCode(200);

        String waiting =
                as("auditor").get("/filings?order=" + another).then().extract().path("items[0].id");
        as("auditor")
                .get("/filing-runs?limit=1")
                .then()
                .body("items[0].by", equalTo("officer"))
                .body("items[0].waiting.filing", hasItem(waiting))
                .body("items[0].waiting.reason", hasItem(containsString("No figures from notify-service")));
    }

    @Test
    void anOverdueFilingShowsInHealthAndMetrics() {
        Case2017.passNominal(order, 0);

        io.restassured.RestAssured.given()
                .get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Filings and answers in time' }.status", equalTo("DOWN"));
        assertThat(as("auditor").accept("text/plain").get("/q/metrics").asString())
                .containsPattern("filings_overdue [1-9]");
    }

    @Test
    void theEndOfTheDutySaysWhyAnOpenFilingIsNotNeeded() {
        String filing = filing();
        as("auditor").get(filing).then().body("notNeededBecause", nullValue());
        as("officer")
                .body(Map.of(
                        "document",
                        "関財金1第9号",
                        "effectiveOn",
                        LocalDate.parse(as("auditor")
                                        .get(filing)
                                        .then()
                                        .extract()
                                        .path("safe"))
                                .minusDays(1)
                                .toString()))
                .post("/orders/" + order + "/release")
                .then()
                .statusCode(200);

        as("auditor").get(filing).then().body("notNeededBecause", equalTo("関財金1第9号"));
    }

    @Test
    void theStampedCopyIsEvidenceAboutThisFiling() {
        String filing = filing();
        release(filing);
        String copy = as("officer")
                .contentType("text/plain")
                .body(("受付印のある写し" + order).getBytes(StandardCharsets.UTF_8))
                .queryParam("title", "受付印のある写し")
                .post("/evidence?about=FILING&name=copy.txt&id=" + id(filing))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String other = as("officer")
                .contentType("text/plain")
                .body(("別の証跡" + order).getBytes(StandardCharsets.UTF_8))
                .queryParam("title", "別の証跡")
                .post("/evidence?about=CLAUSE&clause=1&name=other.txt&id=" + order)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as("officer").body(receipt(other)).post(filing + "/submission").then().statusCode(400);
        as("officer")
                .body(receipt(copy))
                .post(filing + "/submission")
                .then()
                .statusCode(200)
                .body("submission.evidence", equalTo(copy));
    }

    @Test
    void theTablesAndTheWordsComeInOfficeFormats() throws IOException {
        String filing = filing();

        assertThat(unzipped(as("auditor").get(filing + "/tables.xlsx").asByteArray()))
                .containsKey("xl/workbook.xml");
        assertThat(new String(
                        unzipped(as("auditor").get(filing + "/document.docx").asByteArray())
                                .get("word/document.xml"),
                        StandardCharsets.UTF_8))
                .contains("本命令の概要", "114,119人");
    }

    @Test
    void theCaseFileHoldsEverythingWithItsHash() throws IOException {
        String filing = submitted();
        byte[] released = as("auditor").get(filing + "/document.pdf").asByteArray();
        String evidence = as("officer")
                .contentType("text/plain")
                .body(("一件記録の証跡" + order).getBytes(StandardCharsets.UTF_8))
                .queryParam("title", "一件記録の証跡")
                .post("/evidence?about=CLAUSE&clause=1&name=a.txt&id=" + order)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Map<String, byte[]> files = unzipped(as("auditor")
                .get("/orders/" + order + "/case-file.zip")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray());

        assertThat(files.get("filings/00-initial-v1/submission.pdf")).isEqualTo(released);
        assertThat(files.get("evidence/" + evidence + "/v1"))
                .isEqualTo(("一件記録の証跡" + order).getBytes(StandardCharsets.UTF_8));
        assertThat(files)
                .containsKeys(
                        "order/order.json", "measures/measures.csv", "index.html", "filings/00-initial-v1/figures.csv");
        String sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8);
        files.forEach((path, bytes) -> assertThat(sums).contains(Digests.sha256(bytes) + "  " + path + "\n"));
        assertThat(sums.lines()).hasSize(files.size());
        as("desk").get("/orders/" + order + "/case-file.zip").then().statusCode(403);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Path file = Files.createTempFile("filing", ".zip");
        Files.write(file, zip);
        Map<String, byte[]> files = new HashMap<>();
        try (ZipFile in = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        return files;
    }

    private String filing() {
        return "/filings/"
                + as("auditor").get("/filings?order=" + order).then().extract().<String>path("items[0].id");
    }

    private String submitted() {
        String filing = filing();
        release(filing);
        as("officer").body(receipt(null)).post(filing + "/submission").then().statusCode(200);
        return filing;
    }

    private static String receipt(String evidence) {
        return """
                {"channel": "持参", "receiptNumber": "受付第1号", "receivedAt": "%s"%s}
                """.formatted(Case2017.now(), evidence == null ? "" : ", \"evidence\": \"" + evidence + "\"");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String today() {
        return Jst.date(Case2017.now()).toString();
    }
}
