package org.teishutsu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/** Files of evidence through the API, and what is left of those that are refused. */
@QuarkusTest
@RealSurroundings
class EvidenceTest {
    private static final Path FOLDER = Path.of("target/evidence");
    private static final String PDF = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\n";

    private final Case2017 entered = new Case2017();
    private String order;
    private String about;

    @Inject
    EvidenceVersions versions;

    @Inject
    EvidenceFolder folder;

    @Inject
    DataSource database;

    @BeforeEach
    void enterCase() {
        entered.enterIncidents();
        order = entered.enterOrder();
        about = "about=CLAUSE&clause=1&id=" + order;
    }

    @Test
    void fileComesBackAsItCameInWithItsHash() throws Exception {
        byte[] bytes = pdf("証跡");
        String id = upload(bytes, "application/pdf", "監査　報告書.pdf")
                .statusCode(201)
                .body("about.kind", equalTo("CLAUSE"))
                .body("versions", hasSize(1))
                .body("versions[0].mediaType", equalTo("application/pdf"))
                .body("versions[0].bytes", equalTo(bytes.length))
                .body("versions[0].sha256", equalTo(hex(bytes)))
                .body("by", equalTo("officer"))
                .extract()
                .path("id");

        var answer = as("auditor").get("/evidence/" + id + "/versions/1/file").then();
        answer.statusCode(200)
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":")
                .header("ETag", "\"" + hex(bytes) + "\"")
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", containsString("filename*=UTF-8''%E7%9B%A3%E6%9F%BB%E3%80%80"));
        assertThat(answer.extract().asByteArray()).isEqualTo(bytes);
        as("auditor")
                .header("If-None-Match", "\"" + hex(bytes) + "\"")
                .get("/evidence/" + id + "/versions/1/file")
                .then()
                .statusCode(304);
        as("auditor").get("/evidence?order=" + order).then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    void laterVersionStandsBesideTheEarlierOne() {
        byte[] first = pdf("初版");
        byte[] second = pdf("第2版");
        String id = upload(first, "application/pdf", "a.pdf").extract().path("id");
        send(second, "application/pdf", "/evidence/" + id + "/versions?name=b.pdf")
                .statusCode(201)
                .body("versions.number", equalTo(List.of(1, 2)))
                .body("versions.fileName", equalTo(List.of("a.pdf", "b.pdf")));

        assertThat(as("auditor").get("/evidence/" + id + "/versions/1/file").asByteArray())
                .isEqualTo(first);
        assertThat(as("auditor").get("/evidence/" + id + "/versions/2/file").asByteArray())
                .isEqualTo(second);
        as("auditor").get("/evidence/" + id + "/versions/3/file").then().statusCode(404);
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedWithBothTypes() {
        byte[] text = ("これは文書ではない。" + order).getBytes(StandardCharsets.UTF_8);
        Leftovers before = Leftovers.now();
        upload(text, "application/pdf", "a.pdf")
                .statusCode(415)
                .body("detail", equalTo("the Content-Type says application/pdf, but the content is text/plain"));
        upload(text, "application/octet-stream", "a.pdf")
                .statusCode(415)
                .body("detail", equalTo("the name says application/pdf, but the content is text/plain"));
        upload(pdf("x"), "text/plain", "a.pdf")
                .statusCode(415)
                .body("detail", containsString("text/plain, but the content is application/pdf"));
        assertThat(Leftovers.now()).isEqualTo(before);
    }

    @Test
    void aListOfAJapaneseWindowsIsTextAndAnArchiveIsAWorkbookByName() {
        byte[] list = ("番号,氏名\n1,見本" + order + "\n").getBytes(Charset.forName("windows-31j"));
        upload(list, "text/csv", "一覧.csv").statusCode(201).body("versions[0].mediaType", equalTo("text/csv"));
        byte[] zip = ("PK\u0003\u0004" + order).getBytes(StandardCharsets.ISO_8859_1);
        upload(zip, "application/octet-stream", "表.xlsx")
                .statusCode(201)
                .body(
                        "versions[0].mediaType",
                        equalTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "..\\a.pdf",
                "a\u0000.pdf",
                "a\n.pdf",
                "fdp\u202e.pdf",
                "..",
                ".pdf",
                "",
                "a.pdf "
            })
    void aNameThatIsNoPlainNameIsRefused(String name) {
        upload(pdf("名"), "application/pdf", name).statusCode(400).body("violations[0].field", equalTo("name"));
    }

    @Test
    void theSameFileTwiceIsToldAndMayProveSomethingElse() {
        byte[] bytes = pdf("二度");
        String id = upload(bytes, "application/pdf", "a.pdf").extract().path("id");
        upload(bytes, "application/pdf", "b.pdf")
                .statusCode(409)
                .body("type", equalTo("urn:problem:already-exists"))
                .body("detail", containsString(id));
        about = "about=CLAUSE&clause=2&id=" + order;
        upload(bytes, "application/pdf", "a.pdf").statusCode(201);
    }

    @Test
    void underOneKeyAFileIsFiledOnce() {
        byte[] bytes = pdf("鍵");
        String path = path("a.pdf");
        var call = as("officer").header("Idempotency-Key", order).contentType("application/pdf");
        String first =
                call.body(bytes).post(path).then().statusCode(201).extract().asString();
        String again = as("officer")
                .header("Idempotency-Key", order)
                .contentType("application/pdf")
                .body(bytes)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        as("officer")
                .header("Idempotency-Key", order)
                .contentType("application/pdf")
                .body(pdf("別"))
                .post(path)
                .then()
                .statusCode(422);
    }

    @Test
    void whatProvesNothingIsRefused() {
        Leftovers before = Leftovers.now();
        upload(new byte[0], "application/pdf", "a.pdf").statusCode(400).body("detail", equalTo("The file is empty"));
        about = "about=CLAUSE&clause=9&id=" + order;
        upload(pdf("条"), "application/pdf", "a.pdf").statusCode(400);
        about = "about=MEASURE&id=" + order;
        upload(pdf("策"), "application/pdf", "a.pdf").statusCode(400);
        about = "about=CLAUSE&id=" + order;
        upload(pdf("番"), "application/pdf", "a.pdf").statusCode(400).body("violations[0].field", equalTo("clause"));
        as("auditor")
                .contentType("application/pdf")
                .body(pdf("役"))
                .post(path("a.pdf"))
                .then()
                .statusCode(403);
        assertThat(Leftovers.now()).isEqualTo(before);
    }

    @Test
    void aFileOfTwoHundredMegabytesPassesAndOneMoreByteDoesNot() throws Exception {
        long most = 200L * 1024 * 1024;
        Leftovers before = Leftovers.now();
        assertThat(stream(most + 1, false)).isEqualTo(413);
        assertThat(stream(most + 1, true)).isEqualTo(413);
        assertThat(Leftovers.now()).isEqualTo(before);
        assertThat(stream(most, false)).isEqualTo(201);
        forget(most);
    }

    /** Else it would be read again on each of the hundreds of days that the clocks of later tests pass. */
    private void forget(long bytes) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> evidence = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("select id, evidence_id from evidence_version where bytes = " + bytes)) {
                while (row.next()) {
                    Files.delete(folder.of(row.getObject(1, UUID.class)));
                    evidence.add("'" + row.getString(2) + "'");
                }
            }
            String ids = String.join(", ", evidence);
            for (String delete : List.of(
                    "evidence_version where evidence_id in (" + ids + ")", "evidence where id in (" + ids + ")")) {
                String table = delete.substring(0, delete.indexOf(' '));
                statement.execute("alter table " + table + " disable trigger user");
                statement.execute("delete from " + delete);
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
    }

    @Test
    void anUploadCutInTheMiddleLeavesNothing() throws Exception {
        Leftovers before = Leftovers.now();
        URI target = URI.create("http://localhost:" + RestAssured.port);
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("""
                    POST %s HTTP/1.1\r
                    Host: x\r
                    Authorization: Basic %s\r
                    Content-Type: application/pdf\r
                    Content-Length: 5000000\r
                    \r
                    """.formatted(path("a.pdf"), basic())).getBytes(StandardCharsets.US_ASCII));
            out.write(pdf("切"));
            out.write(new byte[1_000_000]);
            out.flush();
            await(() -> !Leftovers.now().equals(before));
        }
        await(() -> Leftovers.now().equals(before));
    }

    @Test
    void whatACrashLeftIsSweptAndWhatHasARowIsNot() throws IOException {
        String id = upload(pdf("残"), "application/pdf", "a.pdf").extract().path("id");
        UUID kept = versions.of(UUID.fromString(id)).get(0).id();
        Path orphan = Files.writeString(
                FOLDER.resolve(UUID.nameUUIDFromBytes(new byte[] {1}).toString()), "x");
        Path part = Files.writeString(FOLDER.resolve("incoming").resolve(new UUID(0, 1).toString()), "x");
        Instant later = Instant.ofEpochMilli(System.currentTimeMillis()).plus(Duration.ofHours(2));

        folder.sweep(later.minus(Duration.ofHours(2)), versions::exists);
        assertThat(orphan).exists();
        assertThat(part).exists();
        Files.setLastModifiedTime(folder.of(kept), FileTime.from(Instant.EPOCH));
        assertThat(folder.sweep(later, versions::exists)).isGreaterThanOrEqualTo(2);
        assertThat(orphan).doesNotExist();
        assertThat(FOLDER.resolve("unclaimed").resolve(orphan.getFileName())).hasContent("x");
        assertThat(part).doesNotExist();
        assertThat(folder.of(kept)).exists();
    }

    /** How the folder stands: what is in it beside what has a row would be left over. */
    private record Leftovers(TreeSet<String> names) {
        static Leftovers now() {
            try (Stream<Path> all = Files.walk(Files.createDirectories(FOLDER))) {
                TreeSet<String> names = new TreeSet<>();
                all.filter(Files::isRegularFile).forEach(file -> names.add(file.toString()));
                return new Leftovers(names);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(condition::getAsBoolean);
    }

    /** Sends so many bytes that are made up as they go; gives the status. */
    private int stream(long size, boolean chunked) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(size));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path("a.pdf")))
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/pdf")
                .POST(chunked ? body : HttpRequest.BodyPublishers.fromPublisher(body, size))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static final class Zeros extends InputStream {
        private final byte[] head = PDF.getBytes(StandardCharsets.ISO_8859_1);
        private final long size;
        private long at;

        Zeros(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at == size ? -1 : at < head.length ? head[(int) at++] & 0xff : (int) (at++ & 0);
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == size) {
                return -1;
            }
            int n = (int) Math.min(length, size - at);
            IntStream.range(0, n).forEach(i -> into[from + i] = at + i < head.length ? head[(int) at + i] : 0);
            at += n;
            return n;
        }
    }

    private ValidatableResponse upload(byte[] bytes, String type, String name) {
        return send(bytes, type, path(name));
    }

    private static ValidatableResponse send(byte[] bytes, String type, String path) {
        return as("officer")
                .urlEncodingEnabled(false)
                .contentType(type)
                .body(bytes)
                .post(path)
                .then();
    }

    private String path(String name) {
        return "/evidence?title=%E8%A8%BC%E8%B7%A1&" + about + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString("officer:test".getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] pdf(String text) {
        return (PDF + "% " + text + order).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String hex(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(sha256(bytes));
    }
}
