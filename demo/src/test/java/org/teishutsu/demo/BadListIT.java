package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.demo.ListCalls.Answer;
import org.teishutsu.demo.platform.Credentials;

/**
 * Lists as they must not be, handed to the packaged notify-service, which has 512 MB: each is refused with the way to mend
 * it, or taken, and the process is the same after it as before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadListIT {

    private static final String INCIDENT = "2016-attack";
    private static final String HEADER = "顧客番号,氏名,メールアドレス,漏えい項目\n";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Path folder;
    private SuiteProcess suite;
    private ListCalls calls;
    private long process;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        suite = new SuiteProcess(folder, 1);
        suite.start("up", "--drill");
        suite.awaitSaying("Ctrl-C ends it", LIMIT);
        suite.callers().report("officer").post("/incidents", ImportCrashIT.incident());
        calls = new ListCalls(suite.notifyPort(), Credentials.of(suite.run().credentials()));
        process = suite.pidOf("notify-service");
    }

    @AfterAll
    void end() throws IOException {
        suite.close();
    }

    @AfterEach
    void theServiceIsTheSameAndWasNeverAtALoss() throws IOException {
        assertThat(suite.pidOf("notify-service")).isEqualTo(process);
        assertThat(SuiteProcess.alive(process)).isTrue();
        assertThat(calls.get("officer", "/imports").status()).isEqualTo(200);
        assertThat(Files.readString(suite.run().path("logs").resolve("notify-service.log")))
                .doesNotContain("OutOfMemoryError")
                .doesNotContain(" 500 /");
    }

    @Test
    void whatIsNoListIsRefused() throws IOException {
        refused(calls.handIn(INCIDENT, ""), "empty");
        refused(calls.handIn(INCIDENT, HEADER), "no rows");
        refused(calls.handIn(INCIDENT, "列,".repeat(10_000) + "\n" + "x,".repeat(10_000) + "\n"), "500");
        refused(calls.handIn(INCIDENT, HEADER + "x,".repeat(10_000) + "\n"), "cells");
    }

    @Test
    void aLineOfAHundredMegabytesIsRefused() throws IOException {
        refused(calls.stream(INCIDENT, () -> endless(HEADER, "x")), "65,536 characters");
        refused(calls.stream(INCIDENT, () -> endless(HEADER + "\"", "x\n")), "65,536 characters");
        refused(calls.stream(INCIDENT, () -> endless(HEADER, "x,")), "cells");
        refused(calls.stream(INCIDENT, () -> endless("", "x")), "65,536 characters");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        refused(
                calls.handIn(INCIDENT, "bomb", workbook("<sst/>", "<row><c t=\"inlineStr\"><is><t>", " ", 400 << 20)),
                "larger than a spreadsheet can show");
        refused(calls.handIn(INCIDENT, "rows", workbook("<sst/>", "", "<row/>", 400 << 20)), "unpacked");
        refused(
                calls.handIn(
                        INCIDENT,
                        "entities",
                        workbook(
                                "<!DOCTYPE s [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;"
                                        + "</t></si></sst>",
                                "",
                                "",
                                0)),
                "document type");
        refused(
                calls.handIn(
                        INCIDENT,
                        "column",
                        workbook("<sst/>", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "", 0)),
                "column");
    }

    /** Nearly two million texts of every row its own, which the reader keeps all at once. */
    @Test
    void theLargestWorkbookThatIsAllowedFitsIntoTheMemory() throws Exception {
        Answer answer = calls.stream(INCIDENT, () -> open(largestWorkbook()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("new").asInt()).isEqualTo(ROWS);
        discard(answer.json());
    }

    @Test
    void theWrongIncidentIsRefusedOrTold() throws IOException {
        Answer unknown = calls.handIn("2018-attack", HEADER + "C1,見本 一,,氏名\n");
        assertThat(unknown.status()).isEqualTo(404);
        Answer other = calls.handIn(INCIDENT, HEADER + "C1,見本 一,,氏名\n");
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.json()
                        .path("reading")
                        .path("itemsNotOfIncident")
                        .path(0)
                        .asText())
                .isEqualTo("NAME");
        discard(other.json());
    }

    @Test
    void theSameFileTwiceChangesNothingAndSaysSo() throws Exception {
        String list = HEADER + "T1,見本 一,t1@mail.example,EMAIL\nT2,見本 二,,PHONE\n";
        JsonNode first = calls.handIn(INCIDENT, list).json();
        assertThat(calls.apply("approver", first).status()).isEqualTo(200);
        long exposures = exposures();
        JsonNode again = calls.handIn(INCIDENT, list).json();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("new").asInt() + again.path("changed").asInt()).isZero();
        assertThat(again.path("reading").path("sameFile").path(0).path("id").asText())
                .isEqualTo(first.path("id").asText());
        assertThat(calls.apply("approver", again).status()).isEqualTo(200);
        assertThat(exposures()).isEqualTo(exposures);
    }

    @Test
    void oneKeyIsForOneFile() throws IOException {
        byte[] list = (HEADER + "K1,見本 一,,EMAIL\n").getBytes(StandardCharsets.UTF_8);
        Answer first = calls.handIn(INCIDENT, "one-key", list);
        assertThat(first.status()).isEqualTo(201);
        Answer again = calls.handIn(INCIDENT, "one-key", list);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        Answer other =
                calls.handIn(INCIDENT, "one-key", (HEADER + "K2,見本 二,,EMAIL\n").getBytes(StandardCharsets.UTF_8));
        assertThat(other.status()).isEqualTo(409);
        discard(first.json());
    }

    @Test
    void ofTwoWhoApplyAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        StringBuilder list = new StringBuilder(HEADER);
        for (int i = 0; i < 5_000; i++) {
            list.append("W").append(i).append(",見本 ").append(i).append(",,EMAIL\n");
        }
        JsonNode staged = calls.handIn(INCIDENT, list.toString()).json();
        CountDownLatch together = new CountDownLatch(1);
        List<CompletableFuture<Answer>> both = new ArrayList<>();
        for (String approver : List.of("approver", "approver2")) {
            both.add(CompletableFuture.supplyAsync(() -> {
                await(together);
                return calls.apply(approver, staged);
            }));
        }
        together.countDown();
        List<Answer> answers = List.of(both.get(0).get(), both.get(1).get());
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer loser = answers.get(answers.get(0).status() == 409 ? 0 : 1);
        assertThat(loser.type()).isEqualTo("urn:problem:illegal-transition");
        assertThat(loser.detail()).contains("APPLIED");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void discard(JsonNode list) {
        assertThat(calls.post("officer", "/imports/" + list.path("id").asText() + "/discard", "{\"reason\":\"試し\"}")
                        .status())
                .isEqualTo(200);
    }

    private long exposures() throws Exception {
        try (java.sql.Connection connection = suite.database()) {
            return SuiteProcess.number(connection, "select count(*) from exposure");
        }
    }

    private static void refused(Answer answer, String because) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("urn:problem:unreadable-file");
        assertThat(answer.detail()).contains(because);
    }

    /** A hundred megabytes that come from nowhere. */
    private static InputStream endless(String before, String repeated) {
        byte[] chunk = repeated.repeat((1 << 20) / repeated.length()).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 100; i++) {
            parts.add(new ByteArrayInputStream(chunk));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static final int ROWS = 120_000;

    private Path largestWorkbook() {
        Path file = folder.resolve("largest.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            begin(zip);
            part(zip, "xl/sharedStrings.xml");
            zip.write("<sst>".getBytes(StandardCharsets.US_ASCII));
            String[] header = {"顧客番号", "氏名", "フリガナ", "メールアドレス", "郵便番号", "住所", "漏えい項目"};
            for (String name : header) {
                zip.write(("<si><t>" + name + "</t></si>").getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < ROWS; i++) {
                String[] row = {
                    "L" + i,
                    "見本 " + i + "太郎",
                    "ミホン " + i,
                    "l" + i + "@mail.example",
                    "100-%04d".formatted(i % 10_000),
                    "東京都見本区" + i + "丁目架空の建物という長い名前の建物" + i + "号室",
                    "EMAIL"
                };
                StringBuilder texts = new StringBuilder();
                for (String text : row) {
                    texts.append("<si><t>").append(text).append("</t></si>");
                }
                zip.write(texts.toString().getBytes(StandardCharsets.UTF_8));
            }
            // Texts no cell names are kept as well.
            for (int i = 0; i < 1_990_000 - header.length * (ROWS + 1); i++) {
                zip.write(("<si><t>" + i + "</t></si>").getBytes(StandardCharsets.US_ASCII));
            }
            zip.write("</sst>".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
            part(zip, "xl/worksheets/sheet1.xml");
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i <= ROWS; i++) {
                StringBuilder row = new StringBuilder("<row r=\"" + (i + 1) + "\">");
                for (int column = 0; column < header.length; column++) {
                    row.append("<c r=\"")
                            .append((char) ('A' + column))
                            .append(i + 1)
                            .append("\" t=\"s\"><v>")
                            .append(i * header.length + column)
                            .append("</v></c>");
                }
                zip.write(row.append("</row>").toString().getBytes(StandardCharsets.US_ASCII));
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    /** A workbook of one sheet that holds this and then so many times the same. */
    private static byte[] workbook(String strings, String sheet, String repeated, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            begin(zip);
            part(zip, "xl/sharedStrings.xml");
            zip.write(strings.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            part(zip, "xl/worksheets/sheet1.xml");
            zip.write(("<worksheet><sheetData>" + sheet).getBytes(StandardCharsets.UTF_8));
            byte[] chunk = repeated.repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < times; written += chunk.length) {
                zip.write(chunk);
            }
            zip.write((times > 0 ? "</t></is></c></row>" : "").getBytes(StandardCharsets.US_ASCII));
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void begin(ZipOutputStream zip) throws IOException {
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        whole(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + type
                        + "sharedStrings+xml\"/></Types>");
        whole(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"rId1\" Type=\"" + office
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        whole(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"list\" sheetId=\"1\" r:id=\"rId1\"/>" + "</sheets></workbook>");
        whole(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + relations + "\"><Relationship Id=\"rId1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + office
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    }

    private static void whole(ZipOutputStream zip, String name, String content) throws IOException {
        part(zip, name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void part(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".getBytes(StandardCharsets.US_ASCII));
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
