package org.teishutsu.notify.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.testing.LogCapture;

/** Lists in every format, from file to ledger and back to whoever has to mend them. */
@QuarkusTest
@NotifyServiceTest
class FormatsResourceTest {

    private static final String LIST = "/incidents/2017-attack/imports";
    private static final String GOOD = """
            お客様番号,氏名,フリガナ,ﾒｰﾙｱﾄﾞﾚｽ,〒,ご住所,携帯電話,区分,契約状況,漏えい項目,備考
            C1,髙﨑 一郎,タカサキ イチロウ,ichiro@mail.example,１００－０００１,東京都架空区1,090-0000-0001,個人,現在,氏名・住所,"一行目
            ""二""行目"
            C2,㈱見本,,info@mail.example,,,,法人,解約済,氏名、住所,
            ,見本 花子,,hanako@mail.example,,,,個人,申込のみ,NAME|ADDRESS,x
            """;

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @TempDir
    Path folder;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ',', '\n', CSV",
        "UTF-8, '\t', '\r\n', TSV",
        "windows-31j, ',', '\r\n', CSV",
        "windows-31j, '\t', '\r', TSV"
    })
    void aListOfTextIsReadInAnyEncodingWithAnyDelimiterAndLineEnd(
            String charset, String delimiter, String lineEnd, String format) {
        String text = GOOD.replace(",", delimiter).replace("\n", lineEnd);
        JsonPath staged = staged(text.getBytes(Charset.forName(charset)));
        assertThat(staged.getInt("new")).isEqualTo(3);
        assertThat(staged.getString("reading.format")).isEqualTo(format);
        assertThat(staged.getString("reading.encoding")).isEqualTo(charset);
        assertThat(staged.getString("reading.delimiter")).isEqualTo(delimiter);
        assertThat(staged.getList("reading.lineEnds"))
                .containsExactly(lineEnd.equals("\n") ? "LF" : lineEnd.equals("\r") ? "CR" : "CRLF");
        assertThat(staged.getList("reading.columns.readAs"))
                .containsExactly(
                        "customer_number",
                        "name",
                        "name_kana",
                        "email",
                        "postal_code",
                        "address",
                        "mobile",
                        "party",
                        "status",
                        "items",
                        "ignored");
        assertThat(staged.getString("reading.columns[10].header")).isEqualTo("備考");
        assertThat(staged.getList("combinations[0].items")).containsExactly("NAME", "ADDRESS");
        applied(staged);
        assertThat(LedgerFixture.contacts(dataSource, vault))
                .extracting(Contact::name, Contact::postalCode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("髙﨑 一郎", "100-0001"),
                        org.assertj.core.groups.Tuple.tuple("㈱見本", null),
                        org.assertj.core.groups.Tuple.tuple("見本 花子", null));
        assertThat(LedgerFixture.strings(dataSource, "select party || ' ' || status from recipient order by no"))
                .containsExactly("INDIVIDUAL CURRENT", "LEGAL_ENTITY FORMER", "INDIVIDUAL APPLICANT");
    }

    @Test
    void aWorkbookIsReadAndWhatItRefusesGoesBackAsCsv() {
        byte[] book = Workbooks.of(sheet -> {
            Workbooks.row(sheet, 0, "顧客番号", "氏名", "電話番号", "漏えい_氏名", "漏えい_生年月日", "メモ");
            Workbooks.row(sheet, 1, "0001", "髙﨑 𠮷濵", "0300000000", "○", 1, "");
            Workbooks.row(sheet, 2, "0002", "株式会社見本", 300000000, "○", "×", "=1+1");
            Workbooks.row(sheet, 3, "0003", "見本 三郎", "", true, "△", "");
        });
        JsonPath staged = staged(book);
        assertThat(staged.getString("reading.format")).isEqualTo("XLSX");
        assertThat(staged.getString("encoding")).isNull();
        assertThat(staged.getList("reading.assumed")).containsExactly("party", "status");
        assertThat(staged.getInt("new")).isEqualTo(1);
        assertThat(staged.getList("reading.reasons.code"))
                .containsExactlyInAnyOrder("MOBILE_LOST_ZERO", "ITEM_MARK_UNKNOWN");
        assertThat(staged.getList("reading.reasons.rows")).containsExactly(1, 1);
        assertThat(staged.getList("reading.reasons.column")).contains("item:BIRTH_DATE");
        String returned = new String(rejections(staged), StandardCharsets.UTF_8);
        assertThat(returned)
                .contains("\r\n3,[電話番号] 電話番号が0で")
                .contains(",0002,株式会社見本,300000000,○,×,'=1+1\r\n")
                .contains("\r\n4,\"[漏えい_生年月日] 漏えいの有無を示す印ではありません");
        JsonPath mended = staged(returned.replace(",300000000,", ",0300000000,")
                .replace("△", "✓")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(mended.getInt("new")).isEqualTo(2);
        assertThat(mended.getInt("rejected")).isZero();
        applied(mended);
        assertThat(LedgerFixture.strings(dataSource, "select party from recipient order by no"))
                .containsExactly("LEGAL_ENTITY", "INDIVIDUAL");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ',', '\r\n'", "windows-31j, ',', '\n'", "windows-31j, '\t', '\r\n'", "UTF-8, '\t', '\r'"})
    void rejectedRowsGoBackInTheFormatTheyCameIn(String charset, String delimiter, String lineEnd) {
        String text = """
                備考①,お客様番号,氏名,漏えい項目
                =cmd(),C1,髙﨑～,年収
                +1,C2,,氏名
                "改
                行",C3,見本,氏名
                """.replace(",", delimiter).replace("\n", lineEnd);
        Charset encoding = Charset.forName(charset);
        JsonPath staged = staged(text.getBytes(encoding));
        assertThat(staged.getInt("rejected")).isEqualTo(2);
        Response file = as("officer").get("/imports/{id}/rejections.csv", staged.getString("id"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType())
                .startsWith(delimiter.equals("\t") ? "text/tab-separated-values" : "text/csv")
                .containsIgnoringCase("charset=" + charset);
        String returned = new String(file.asByteArray(), encoding);
        assertThat(returned)
                .contains(String.join(delimiter, "備考①", "お客様番号", "氏名", "漏えい項目") + lineEnd + "2" + delimiter)
                .contains(String.join(delimiter, "'=cmd()", "C1", "髙﨑～", "年収") + lineEnd)
                .contains(lineEnd + "3" + delimiter + "[氏名] 氏名・名称がありません。")
                .doesNotContain("C3");
        String mended = returned.replace("年収", "住所").replace("C2" + delimiter, "C2" + delimiter + "見本");
        JsonPath again = staged(mended.getBytes(encoding));
        assertThat(again.getInt("new")).isEqualTo(2);
        assertThat(again.getInt("rejected")).isZero();
        assertThat(again.getList("reading.columns.readAs")).startsWith("returned", "returned", "ignored");
    }

    @Test
    void aPreviewShowsTheFirstRowsAsUnderstoodAndNoValueOfARefusedOneInFull() {
        JsonPath staged = staged("""
                顧客番号,氏名,郵便番号,漏えい項目
                C1,山田 太郎,1000001,氏名
                C2,山田 次郎,600001,氏名
                C3,山田 三郎,1000001,氏名・住所
                """.getBytes(StandardCharsets.UTF_8));
        JsonPath preview = as("approver")
                .get("/imports/{id}/preview?rows=2", staged.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(preview.getList("rows.line")).containsExactly(2, 3);
        assertThat(preview.getString("rows[0].taken.name")).isEqualTo("山田 太郎");
        assertThat(preview.getList("rows[0].taken.items")).containsExactly("NAME");
        assertThat(preview.getString("rows[1].refused[0].code")).isEqualTo("POSTAL_CODE_LOST_ZERO");
        assertThat(preview.getString("rows[1].refused[0].header")).isEqualTo("郵便番号");
        assertThat(preview.getString("rows[1].refused[0].value")).isEqualTo("6*****");
        as("auditor")
                .get("/imports/{id}/preview", staged.getString("id"))
                .then()
                .statusCode(403);
        as("officer").get("/imports/{id}/preview", UUID.randomUUID()).then().statusCode(404);
        as("officer")
                .get("/imports/{id}/preview?rows=0", staged.getString("id"))
                .then()
                .statusCode(400);
    }

    @Test
    void aMappingComesWithTheUpload() {
        JsonPath staged = as("officer")
                .contentType("application/octet-stream")
                .queryParam("mapping", "{\"口座番号\":\"customer_number\",\"#4\":\"item:SURVEY\"}")
                .body("口座番号,氏名,郵便番号,回答\nC1,山田 太郎,1000001,1\n".getBytes(StandardCharsets.UTF_8))
                .post(LIST)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(staged.getList("combinations[0].items")).containsExactly("SURVEY");
        as("officer")
                .contentType("text/csv")
                .queryParam("mapping", "{\"口座番号\":\"account\"}")
                .body("口座番号\n".getBytes(StandardCharsets.UTF_8))
                .post(LIST)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem:invalid-request"))
                .body("violations[0].field", equalTo("mapping"));
    }

    @Test
    void theSameKeyWithTheSameFileGetsTheFirstAnswerAndWithAnotherIsRefused() {
        byte[] list = GOOD.getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, list);
        assertThat(first.statusCode()).isEqualTo(201);
        Response again = keyed(key, list);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        Response other = keyed(key, (GOOD + "C9,見本,,,,,,個人,現在,氏名,\n").getBytes(StandardCharsets.UTF_8));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.jsonPath().getString("type")).isEqualTo("urn:problem:already-exists");
        assertThat(LedgerFixture.strings(dataSource, "select state from import"))
                .containsExactly("STAGED");
    }

    @Test
    void aKeyOfAFileThatCouldNotBeReadCanBeUsedAgain() {
        String key = UUID.randomUUID().toString();
        assertThat(keyed(key, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(keyed(key, GOOD.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(201);
        assertThat(keyed(" ", new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void theSameFileAgainIsTold() {
        byte[] list = GOOD.getBytes(StandardCharsets.UTF_8);
        JsonPath first = staged(list);
        applied(first);
        JsonPath again = staged(list);
        assertThat(again.getInt("unchanged")).isEqualTo(3);
        assertThat(again.getString("reading.sameFile[0].id")).isEqualTo(first.getString("id"));
        assertThat(again.getString("reading.sameFile[0].state")).isEqualTo("APPLIED");
    }

    @Test
    void itemsTheIncidentDoesNotNameAreTold() {
        JsonPath staged = staged("顧客番号,氏名,漏えい項目\nC1,見本,氏名・初回ログインパスワード\n".getBytes(StandardCharsets.UTF_8));
        assertThat(staged.getList("reading.itemsNotOfIncident")).containsExactly("FIRST_LOGIN_PASSWORD");
    }

    @Test
    void badFilesAreRefusedWithTheReasonAndLeaveNothing() throws IOException {
        Path longLine = folder.resolve("long.csv");
        byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(longLine)) {
            out.write("顧客番号,氏名,漏えい項目\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(chunk);
            }
        }
        as("officer")
                .contentType("application/octet-stream")
                .body(longLine.toFile())
                .post(LIST)
                .then()
                .statusCode(400)
                .body("detail", equalTo("Line 2 has a cell of more than 65,536 characters"));
        refused(("顧客番号,氏名,漏えい項目\n\"" + "x\n".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8), "line 2");
        refused(("a,".repeat(10_000) + "\n").getBytes(StandardCharsets.UTF_8), "cells");
        refused(("a,".repeat(600) + "\n").getBytes(StandardCharsets.UTF_8), "500");
        refused("顧客番号,氏名,漏えい項目\n".getBytes(StandardCharsets.UTF_8), "no rows");
        refused("\n\n\n".getBytes(StandardCharsets.UTF_8), "no header");
        refused(GOOD.getBytes(StandardCharsets.UTF_16LE), "UTF-16");
        byte[] book = Workbooks.of(sheet -> Workbooks.row(sheet, 0, "顧客番号", "氏名", "漏えい項目"));
        refused(Arrays.copyOf(book, book.length - 100), "damaged");
        refused(book, "no rows");
        refused(
                Workbooks.byHand(
                        "<worksheet><sheetData>" + "<row></row>".repeat(4_000_000) + "</sheetData></worksheet>",
                        "<sst/>"),
                "unpacked");
        assertThat(
                        LedgerFixture.strings(
                                dataSource,
                                "select count(*)::text from import_reading union all"
                                        + " select count(*)::text from import_row union all select count(*)::text from import_rejection"))
                .containsOnly("0");
    }

    @Test
    void nulBytesRefuseTheirRowOnly() {
        JsonPath staged = staged("顧客番号,氏名,漏えい項目\nC1,見\0本,氏名\nC2,見本,氏名\n".getBytes(StandardCharsets.UTF_8));
        assertThat(staged.getInt("new")).isEqualTo(1);
        assertThat(staged.getList("reading.reasons.code")).containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void anUploadThatIsCutOffLeavesAnImportThatSaysSo() throws IOException {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        String user = Base64.getEncoder().encodeToString("officer:test".getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String head = "POST " + LIST + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + user
                    + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n" + "顧客番号,氏名,漏えい項目\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Awaitility.await()
                    .until(() -> LedgerFixture.strings(dataSource, "select state from import")
                            .equals(List.of("RECEIVING")));
        }
        Awaitility.await()
                .until(() -> LedgerFixture.strings(dataSource, "select state from import")
                        .equals(List.of("FAILED")));
        assertThat(LedgerFixture.strings(dataSource, "select failure from import"))
                .containsExactly("The file did not arrive completely");
    }

    @Test
    void nobodysDataReachesTheLogOrAnAnswerThatRefuses() {
        try (LogCapture log = new LogCapture()) {
            staged("顧客番号,氏名,漏えい項目\nC1,秘密 太郎,年収\nC2,秘密 次郎?,氏名\n".getBytes(StandardCharsets.UTF_8));
            post("C1,秘密 太郎,himitsu@mail.example,氏名\n".getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(400)
                    .body(org.hamcrest.Matchers.not(containsString("秘密")));
            post("顧客番号,氏名,漏えい項目\nC1,\"秘密\" 太郎,氏名\n".getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(400)
                    .body(org.hamcrest.Matchers.not(containsString("秘密")));
            assertThat(log.text()).doesNotContain("秘密").doesNotContain("himitsu");
        }
    }

    private void refused(byte[] file, String detail) {
        post(file)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:problem:unreadable-file"))
                .body("detail", containsString(detail));
    }

    private byte[] rejections(JsonPath staged) {
        return as("officer")
                .get("/imports/{id}/rejections.csv", staged.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Response keyed(String key, byte[] file) {
        return as("officer")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(file)
                .post(LIST + "?name=list.csv");
    }

    private static Response post(byte[] file) {
        return as("officer")
                .contentType("application/octet-stream")
                .queryParam("reason", "追加の調査")
                .body(file)
                .post(LIST);
    }

    private static JsonPath staged(byte[] file) {
        return post(file).then().statusCode(201).extract().jsonPath();
    }

    private static void applied(JsonPath staged) {
        as("approver")
                .contentType("application/json")
                .body(Map.of("digest", staged.getString("digest")))
                .post("/imports/{id}/application", staged.getString("id"))
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test");
    }
}
