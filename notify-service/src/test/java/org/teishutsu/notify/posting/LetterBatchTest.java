package org.teishutsu.notify.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.CorrectionFixture;
import org.teishutsu.notify.IntakeFixture;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;

@QuarkusTest
@NotifyServiceTest
class LetterBatchTest {

    @Inject
    DataSource dataSource;

    @Inject
    LetterConfig config;

    @BeforeEach
    void begin() throws IOException {
        LedgerFixture.empty(dataSource);
        clear();
    }

    @AfterEach
    void clear() throws IOException {
        if (Files.isRegularFile(config.folder())) {
            Files.delete(config.folder());
        }
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(config.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(config.folder())) {
            return files.toList();
        }
    }

    /** By letter only: no e-mail. */
    static String onPaper(int number, String name) {
        return "L" + number + ",INDIVIDUAL," + name + ",,,,100-" + String.format("%04d", number) + ",東京都架空区見本町" + number
                + ",,CURRENT,CUSTOMER_ID|BIRTH_DATE";
    }

    private static String running(String... rows) {
        SendingFixture.affected("2016-attack", List.of(rows));
        Map<String, Object> request = new HashMap<>(SendingFixture.request(SendingFixture.template(), "2016-attack"));
        request.put("letterTemplate", SendingFixture.template("LETTER"));
        return SendingFixture.running(request);
    }

    private static String[] people(int number) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            rows.add(onPaper(i, "見本 " + i + "子"));
        }
        return rows.toArray(String[]::new);
    }

    private static JsonPath print(String campaign, int status) {
        return as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("campaign", campaign))
                .post("/letter-batches")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static JsonPath batch(String id) {
        return as("auditor")
                .get("/letter-batches/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String today() {
        String now = as("service").get("/drill/clock").then().extract().path("instant");
        return Jst.date(Instant.parse(now)).toString();
    }

    private static void post(String batch, int status) {
        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("on", today()))
                .post("/letter-batches/" + batch + "/posted")
                .then()
                .statusCode(status);
    }

    private List<String> numbers() {
        return LedgerFixture.strings(dataSource, "select inquiry_number from recipient order by no");
    }

    private Map<String, Integer> reach() {
        SendingFixture.forward(Duration.ofSeconds(2));
        String asOf = as("service").get("/drill/clock").then().extract().path("instant");
        return as("service")
                .get("/figures?incident=2016-attack&asOf=" + Instant.parse(asOf).minusMillis(500))
                .then()
                .statusCode(200)
                .extract()
                .path("union.reach");
    }

    @Test
    void whatIsDueIsPrintedOnceWithEverybodysOwnAddressAndItems() throws IOException {
        String campaign = running(people(3));
        JsonPath made = print(campaign, 201);
        assertThat(made.getInt("letters")).isEqualTo(3);
        assertThat(made.getInt("due")).isZero();
        String id = made.getString("batch");

        byte[] pdf = as("officer")
                .get("/letter-batches/" + id + "/document.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String text;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(batch(id).getInt("pages"));
            text = new PDFTextStripper().getText(document);
        }
        for (int i = 1; i <= 3; i++) {
            assertThat(text)
                    .contains(
                            "〒100-000" + i,
                            "東京都架空区見本町" + i,
                            "見本 " + i + "子　様",
                            numbers().get(i - 1));
        }
        assertThat(text).contains("・お客様ID", "・生年月日", "訓練");
        String manifest = as("officer")
                .get("/letter-batches/" + id + "/manifest.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        int pages = batch(id).getInt("pages") / 3;
        List<String> lines =
                manifest.lines().map(line -> line.replace("\uFEFF", "")).toList();
        assertThat(lines).hasSize(4).startsWith("連番,先頭ページ,ページ数,郵便番号,お問い合わせ番号");
        List<String> people = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String place = i + "," + (1 + (i - 1) * pages) + "," + pages + ",";
            assertThat(lines.get(i)).startsWith(place);
            people.add(lines.get(i).substring(place.length()));
        }
        assertThat(people)
                .containsExactlyInAnyOrder(
                        "100-0001," + numbers().get(0),
                        "100-0002," + numbers().get(1),
                        "100-0003," + numbers().get(2));
        assertThat(manifest).doesNotContain("見本");
        as("auditor").get("/letter-batches/" + id + "/document.pdf").then().statusCode(403);

        assertThat(print(campaign, 200).getString("batch")).isNull();
        assertThat(SendingFixture.progress(campaign).getInt("deliveries.LETTER.PRINTED"))
                .isEqualTo(3);
    }

    @Test
    void postedAndReturnedCountInFiguresListAndProgress() {
        String campaign = running(people(3));
        String id = print(campaign, 201).getString("batch");
        assertThat(SendingFixture.notTold(campaign)).containsExactly(Map.entry("LETTER_DUE", 3));
        post(id, 200);
        post(id, 409);
        assertThat(batch(id).getString("state")).isEqualTo("POSTED");
        assertThat(SendingFixture.notTold(campaign)).isEmpty();
        assertThat(reach()).containsEntry("SENT", 3).containsEntry("IN_PROGRESS", 0);
        as("desk")
                .accept("text/html")
                .get("/genuine/" + numbers().get(0))
                .then()
                .statusCode(200)
                .body(containsString("お客様への大切なお知らせ"));

        as("desk")
                .contentType(ContentType.JSON)
                .body(Map.of("inquiryNumber", numbers().get(0), "reason", "転居先不明"))
                .post("/letters/returns")
                .then()
                .statusCode(204);
        assertThat(SendingFixture.notTold(campaign)).containsExactly(Map.entry("RETURNED", 1));
        assertThat(reach()).containsEntry("SENT", 2).containsEntry("NOT_REACHED", 1);
        assertThat(SendingFixture.progress(campaign).getInt("deliveries.LETTER.RETURNED"))
                .isEqualTo(1);
        assertThat(LedgerFixture.strings(
                        dataSource, "select return_reason || ' ' || note from delivery_event where state = 'RETURNED'"))
                .containsExactly("MOVED_AWAY 転居先不明");
    }

    @Test
    void aFileOfReturnsIsTakenAsFarAsItGoesAndTheSameAgainChangesNothing() {
        String campaign = running(people(4));
        String id = print(campaign, 201).getString("batch");
        post(id, 200);
        List<String> numbers = numbers();
        String csv = "お問い合わせ番号,理由,返戻日\n" + numbers.get(0) + ",あて所に尋ねあたりません," + today() + "\n"
                + numbers.get(1).replace("-", "").toLowerCase(java.util.Locale.ROOT) + ",保管期間経過,\n"
                + numbers.get(2) + ",行方不明,\nAAAAA-AAAAA,受取拒否,\n";
        byte[] sjis = csv.getBytes(java.nio.charset.Charset.forName("windows-31j"));

        returns(sjis)
                .body("recorded", equalTo(2))
                .body("already", equalTo(0))
                .body("refused.line", equalTo(List.of(4, 5)));
        returns(sjis)
                .body("recorded", equalTo(0))
                .body("already", equalTo(2))
                .body("refused.line", equalTo(List.of(4, 5)));
        assertThat(batch(id).getInt("byState.RETURNED")).isEqualTo(2);
        as("officer")
                .contentType("text/csv")
                .body("番号\n1\n".getBytes(StandardCharsets.UTF_8))
                .post("/letters/returns")
                .then()
                .statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse returns(byte[] csv) {
        return as("officer")
                .contentType("text/csv")
                .body(csv)
                .post("/letters/returns")
                .then()
                .statusCode(200);
    }

    @Test
    void stepsThatCannotBeAreRefusedNamingBothStates() {
        String campaign = running(people(2));
        returned(numbers().get(0))
                .statusCode(409)
                .body("detail", containsString("QUEUED"))
                .body("detail", containsString("RETURNED"));
        print(campaign, 201);
        returned(numbers().get(0)).statusCode(409).body("detail", containsString("PRINTED"));
        Map<String, String> word = Map.of("inquiryNumber", numbers().get(0));
        as("officer")
                .contentType(ContentType.JSON)
                .body(word)
                .post("/letters/postings")
                .then()
                .statusCode(204);
        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("inquiryNumber", numbers().get(1), "on", "2999-01-01"))
                .post("/letters/postings")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("on")));
        returned(numbers().get(0)).statusCode(204);
        as("officer")
                .contentType(ContentType.JSON)
                .body(word)
                .post("/letters/postings")
                .then()
                .statusCode(409);
        as("approver")
                .contentType(ContentType.JSON)
                .body(word)
                .post("/letters/postings")
                .then()
                .statusCode(403);
    }

    @Test
    void letterThatWasCancelledAndPostedAllTheSameIsRecorded() {
        String campaign = running(people(2));
        String id = print(campaign, 201).getString("batch");
        IntakeFixture.applied(IntakeFixture.correcting("WITHDRAW", "2016-attack", onPaper(2, "見本 2子")));
        assertThat(batch(id).getList("pull")).hasSize(1);
        post(id, 200);
        String number = numbers().get(1);
        posting(Map.of("inquiryNumber", number)).statusCode(409).body("detail", containsString("CANCELLED"));
        posting(Map.of("inquiryNumber", number, "cancelled", true)).statusCode(204);
        posting(Map.of("inquiryNumber", number, "cancelled", true)).statusCode(204);
        posting(Map.of("inquiryNumber", "AAAAA-AAAAA", "cancelled", true)).statusCode(400);
        assertThat(batch(id).getInt("byState.POSTED")).isEqualTo(2);
        assertThat(CorrectionFixture.due(campaign))
                .as("he was told, and it was not so")
                .hasSize(1);
    }

    private static io.restassured.response.ValidatableResponse posting(Map<String, ?> word) {
        return as("officer")
                .contentType(ContentType.JSON)
                .body(word)
                .post("/letters/postings")
                .then();
    }

    @Test
    void previewPutsTheAddressWhereTheLetterHasIt() throws IOException {
        String campaign = running(people(1));
        byte[] preview = as("officer")
                .get("/campaigns/" + campaign + "/preview.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        byte[] letter = as("officer")
                .get("/letter-batches/" + print(campaign, 201).getString("batch") + "/document.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(place(preview, "〒")).isEqualTo(place(letter, "〒"));
        assertThat(place(letter, "〒").get(0))
                .as("where the configuration puts it")
                .isCloseTo((float) (config.addressLeft() * 72 / 25.4), within(10f));
    }

    /** Where a character first stands, in points from the left and the upper edge. */
    private static List<Float> place(byte[] pdf, String character) throws IOException {
        List<Float> place = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (place.isEmpty() && character.equals(text.getUnicode())) {
                        place.addAll(List.of(text.getXDirAdj(), text.getYDirAdj()));
                    }
                }
            }.getText(document);
        }
        return place;
    }

    private static io.restassured.response.ValidatableResponse returned(String number) {
        return as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("inquiryNumber", number, "reason", "受取拒否"))
                .post("/letters/returns")
                .then();
    }

    @Test
    void aCharacterInNoFontStopsItsLetterAloneAndIsOnTheList() {
        String campaign = running(onPaper(1, "見本 一子"), onPaper(2, "見本 😀"), onPaper(3, "見本 三子"));
        JsonPath made = print(campaign, 201);
        assertThat(made.getInt("letters")).isEqualTo(2);
        assertThat(made.getList("unprintable.reason")).containsExactly("氏名：😀 (U+1F600) は印字できません");
        assertThat(made.getList("unprintable.inquiryNumber"))
                .containsExactly(numbers().get(1));
        assertThat(SendingFixture.notTold(campaign)).isEqualTo(Map.of("LETTER_DUE", 2, "UNPRINTABLE", 1));
        assertThat(reach()).containsEntry("IN_PROGRESS", 3);

        JsonPath again = print(campaign, 200);
        assertThat(again.getList("unprintable")).hasSize(1);
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from delivery_event where state = 'QUEUED'"))
                .containsExactly("1");
        assertThat(SendingFixture.progress(campaign).getInt("deferred")).isZero();
        assertThat(SendingFixture.progress(campaign).getInt("deliveries.LETTER.QUEUED"))
                .isEqualTo(1);
    }

    @Test
    void aBatchIsNoLargerThanAskedForAndTheSameKeyPrintsOnce() {
        String campaign = running(people(5));
        String key = UUID.randomUUID().toString();
        String first = keyed(campaign, key);
        assertThat(keyed(campaign, key)).isEqualTo(first);
        assertThat(batch(first).getInt("letters")).isEqualTo(2);
        assertThat(print(campaign, 201).getInt("letters")).isEqualTo(3);
        as("auditor")
                .get("/letter-batches?campaign=" + campaign + "&limit=1")
                .then()
                .body("items.id", equalTo(List.of(first)));
        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("campaign", campaign, "letters", 1001))
                .post("/letter-batches")
                .then()
                .statusCode(400);
        as("auditor")
                .contentType(ContentType.JSON)
                .body(Map.of("campaign", campaign))
                .post("/letter-batches")
                .then()
                .statusCode(403);
    }

    private static String keyed(String campaign, String key) {
        return as("officer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("campaign", campaign, "letters", 2))
                .post("/letter-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("batch");
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesTheLettersDue() throws IOException {
        String campaign = running(people(2));
        Files.deleteIfExists(config.folder());
        Files.writeString(config.folder(), "in the way");

        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("campaign", campaign))
                .post("/letter-batches")
                .then()
                .statusCode(503)
                .body("detail", containsString("cannot be written"));
        assertThat(SendingFixture.notTold(campaign)).containsExactly(Map.entry("LETTER_DUE", 2));
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from letter_batch"))
                .containsExactly("0");

        Files.delete(config.folder());
        assertThat(print(campaign, 201).getInt("letters")).isEqualTo(2);
    }

    @Test
    void filesOfABatchThatNeverCameToBeAreRemoved() throws IOException {
        String campaign = running(people(1));
        UUID orphan = UUID.randomUUID();
        Files.createDirectories(config.folder());
        Files.writeString(config.folder().resolve(orphan + ".pdf"), "x");
        Files.writeString(config.folder().resolve(orphan + ".csv.part"), "x");
        Files.writeString(config.folder().resolve("somebody-elses.pdf"), "x");

        String id = print(campaign, 201).getString("batch");
        assertThat(files().stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder(id + ".pdf", id + ".csv", "somebody-elses.pdf");

        as("officer").delete("/letter-batches/" + id + "/files").then().statusCode(409);
        post(id, 200);
        as("officer").delete("/letter-batches/" + id + "/files").then().statusCode(204);
        assertThat(files()).hasSize(1);
        as("officer").get("/letter-batches/" + id + "/document.pdf").then().statusCode(404);
        assertThat(batch(id).getString("state")).isEqualTo("POSTED");
    }

    @Test
    void aLetterThatIsCancelledAfterItWasPrintedIsToBePulled() {
        String campaign = running(people(3));
        String id = print(campaign, 201).getString("batch");
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "文面の誤り"))
                .post("/campaigns/" + campaign + "/cancel")
                .then()
                .statusCode(200);
        assertThat(batch(id).getString("state")).isEqualTo("CANCELLED");
        assertThat(batch(id).getList("pull")).isEqualTo(List.of(1, 2, 3));
        post(id, 409);
        print(campaign, 409);
    }

    @Test
    void withoutAWordingNothingIsPrinted() {
        SendingFixture.affected("2016-attack", List.of(onPaper(1, "見本 一子")));
        String campaign = SendingFixture.running("2016-attack");
        print(campaign, 409);
        String template = SendingFixture.template("LETTER");
        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("campaign", campaign, "template", template))
                .post("/letter-batches")
                .then()
                .statusCode(201);
    }

    @Test
    void twoWhoPrintAtOncePrintEveryLetterOnce() {
        String campaign = running(people(40));
        List<String> batches = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(any -> as("officer")
                        .contentType(ContentType.JSON)
                        .body(Map.of("campaign", campaign, "letters", 10))
                        .post("/letter-batches")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("batch"))
                .toList();
        assertThat(batches).doesNotHaveDuplicates();
        assertThat(LedgerFixture.strings(dataSource, "select count(distinct delivery_id) from letter"))
                .containsExactly("40");
    }
}
