package org.teishutsu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.mail.ScriptedMailServer;

/** Whoever gets hold of the database finds nobody in it: every column of every table, as text and as bytes. */
@QuarkusTest
@NotifyServiceTest
class DumpTest {

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-31j"),
            Charset.forName("EUC-JP"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    /** All made up; each a value that stands in the lists below and must stand nowhere else. */
    private static final List<String> PERSONAL = List.of(
            "K-7001",
            "K-7002",
            "髙﨑 一郎",
            "髙﨑",
            "タカサキ",
            "ichiro.takasaki@example.jp",
            "ichiro.takasaki",
            "見本県架空市",
            "090-1234-0001",
            "0901234",
            "987-6501",
            "架空 花子",
            "hanako.kakuu",
            "壊れた 行子",
            "kowareta.example",
            "待つ 人子",
            "見出 しに立つ",
            "matsu.hitoko");

    private static final List<String> ROWS = List.of(
            "K-7001,INDIVIDUAL,髙﨑 一郎,タカサキ イチロウ,ichiro.takasaki@example.jp,2010-01-01,987-6501,見本県架空市1-2-3,"
                    + "090-1234-0001,CURRENT,NAME|EMAIL",
            ",INDIVIDUAL,架空 花子,カクウ ハナコ,hanako.kakuu@example.jp,,987-6502,見本県架空市4,,APPLICANT,NAME",
            "K-7002,INDIVIDUAL,壊れた 行子,,kowareta.example,,987-6501,見本県架空市5,0901234,CURRENT,NAME",
            "K-7003,INDIVIDUAL,待つ 人子,,matsu.hitoko@example.jp,,,,,CURRENT,NAME",
            "K-7003,INDIVIDUAL,待つ 別子,,matsu.hitoko@example.jp,,,,,CURRENT,NAME");

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @Test
    void nobodyIsFoundInADump() throws Exception {
        LedgerFixture.empty(dataSource);
        String campaign;
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            mail.follow(new ScriptedMailServer.Script() {
                @Override
                public void recipient(String address) throws RejectException {
                    if (address.startsWith("hanako")) {
                        throw new RejectException(550, "no such user: " + address);
                    }
                }
            });
            SendingFixture.affected("2017-attack", ROWS);
            SendingFixture.affected("2016-attack", ROWS);
            staged();
            campaign = SendingFixture.running("2017-attack");
            eventually("sent", () -> emails(campaign, "SENT") == 1 && emails(campaign, "REJECTED") == 1);
            assertThat(mail.received()).hasSize(1);
            cameBack(mail.received().get(0).returnPath());
        }
        as("officer").get("/campaigns/" + campaign + "/not-told.csv").then().statusCode(200);
        askedAndDecided();
        whatTheDeskWrites(campaign);

        assertThat(LedgerFixture.strings(dataSource, "select count(*) from import_row"))
                .as("rows in staging")
                .doesNotContain("0");
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from import_rejection"))
                .as("rejected rows")
                .containsExactly("4");
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from delivery_event where reply is not null"))
                .as("answers of the mail server")
                .containsExactly("3");
        assertThat(LedgerFixture.strings(dataSource, "select state from bounce order by id"))
                .containsExactly("SETTLED", "NEEDS_A_LOOK");
        for (String table : List.of(
                "lookup_found",
                "inquiry",
                "import_decision",
                "import_reading",
                "audit_entry",
                "telephone_call",
                "contact_change",
                "not_affected")) {
            assertThat(LedgerFixture.strings(dataSource, "select count(*) from " + table))
                    .as("rows of %s", table)
                    .doesNotContain("0");
        }
        Map<String, String> dump = dump();
        assertThat(dump).hasSizeGreaterThan(40);
        assertThat(found(dump, ascii("2017-attack")))
                .as("what is no secret is found")
                .isNotEmpty();
        for (String value : PERSONAL) {
            for (byte[] written : waysToWrite(value)) {
                // So short that any four bytes of a hash may be it.
                if (written.length > 4) {
                    assertThat(found(dump, written))
                            .as("%s in the database", value)
                            .isEmpty();
                }
            }
        }
    }

    /** Notes, words, contacts that change, and who was told that he is not affected. */
    private void whatTheDeskWrites(String campaign) {
        String recipient = ReachFixture.recipient("K-7001");
        kept(
                "/campaigns/" + campaign + "/calls",
                Map.of("recipient", recipient, "outcome", "MESSAGE_LEFT", "note", "架空 花子様に折返しを依頼"));
        kept(
                "/inquiries",
                Map.of(
                        "receivedAt", "2017-08-01T00:00:00Z",
                        "answeredAt", "2017-08-01T00:00:00Z",
                        "channel", "TELEPHONE",
                        "kind", "QUESTION",
                        "asked", "髙﨑 一郎の件",
                        "answered", "ichiro.takasaki@example.jpは漏えいしていない"));
        kept("/not-affected", Map.of("name", "壊れた 行子", "customerNumber", "K-7002", "telephone", "090-1234-0001"));
        Map<String, Object> change = Map.of(
                "recipient", recipient,
                "postalCode", "987-6501",
                "address", "見本県架空市9",
                "source", "POST",
                "ground", "付箋による");
        String id = kept("/contact-changes", change);
        String digest =
                as("approver").get("/contact-changes/" + id).then().extract().path("digest");
        ReachFixture.post("approver", "/contact-changes/{id}/approval", Map.of("digest", digest), id)
                .statusCode(200);
    }

    /** With a key, under which the answer is kept. */
    private static String kept(String path, Map<String, Object> body) {
        return as("desk")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "kept")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** With keys, under which the answers are kept. */
    private void askedAndDecided() {
        for (Map<String, String> way : List.of(
                Map.of("customerNumber", "K-7001"),
                Map.of("email", "hanako.kakuu@example.jp"),
                Map.of("name", "髙﨑 一郎", "postalCode", "987-6501"))) {
            Map<String, String> question = new TreeMap<>(way);
            question.put("reason", "お問い合わせ");
            as("desk")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", way.keySet().toString())
                    .body(question)
                    .post("/recipients/lookup")
                    .then()
                    .statusCode(200)
                    .body("found", equalTo(1));
        }
        String applied = LedgerFixture.strings(
                        dataSource, "select id from import where state = 'APPLIED' and incident = '2017-attack'")
                .get(0);
        as("officer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "decided")
                .body(Map.of("decision", "DROP", "reason", "誤記"))
                .post("/imports/{id}/conflicts/4/decision", applied)
                .then()
                .statusCode(201);
    }

    /** A notification and an answer: both name whom they are about, and the answer waits for a person. */
    private static void cameBack(String returnPath) {
        String notification = """
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered Mail: ichiro.takasaki@example.jp
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                髙﨑 一郎 様 (ichiro.takasaki@example.jp) に配信できませんでした。
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; ichiro.takasaki@example.jp
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 ichiro.takasaki@example.jp unknown
                --b--
                """.formatted(returnPath);
        String answer = """
                From: 髙﨑 一郎 <ichiro.takasaki@example.jp>
                Subject: K-7001
                Content-Type: text/plain; charset=utf-8

                電話番号は090-1234-0001、住所は見本県架空市1-2-3です。
                """;
        for (String message : List.of(notification, answer)) {
            as("service")
                    .contentType("message/rfc822")
                    .body(message.getBytes(StandardCharsets.UTF_8))
                    .post("/bounces")
                    .then()
                    .statusCode(201);
        }
    }

    /** Lists that are neither applied nor discarded; the header of one holds what it should not. */
    private static void staged() {
        as("officer")
                .contentType("text/csv")
                .body("番号,氏名,漏えい項目,見出 しに立つ\nK-7001,髙﨑 一郎,?,\n".getBytes(StandardCharsets.UTF_8))
                .queryParam("mapping", "{\"#1\":\"customer_number\"}")
                .queryParam("reason", "追加の調査")
                .post("/incidents/2017-attack/imports")
                .then()
                .statusCode(201)
                .body("rejected", equalTo(1));
        as("officer")
                .contentType("text/csv")
                .body((SendingFixture.HEADER + String.join("\n", ROWS) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/incidents/2017-attack/imports?name=list.csv&reason=調査")
                .then()
                .statusCode(201);
        as("desk")
                .contentType(ContentType.JSON)
                .body(Map.of("receivedAt", "2017-08-01T00:00:00Z", "channel", "TELEPHONE", "kind", "QUESTION"))
                .post("/inquiries");
    }

    /**
     * In every encoding the text may have come in or gone out, as it is and in the forms in which bytes are written as text;
     * and as a hash that anybody could make.
     */
    private static List<byte[]> waysToWrite(String value) {
        List<byte[]> written = new ArrayList<>();
        for (Charset charset : ENCODINGS) {
            if (!charset.newEncoder().canEncode(value)) {
                continue;
            }
            byte[] bytes = value.getBytes(charset);
            written.add(bytes);
            written.add(ascii(HexFormat.of().formatHex(bytes)));
            written.add(ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
            written.add(ascii(
                    HexFormat.ofDelimiter("%").withPrefix("").withUpperCase().formatHex(bytes)));
            written.addAll(inBase64(bytes));
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
                byte[] hash = hash(algorithm, bytes);
                written.add(hash);
                written.add(ascii(HexFormat.of().formatHex(hash)));
            }
        }
        StringBuilder json = new StringBuilder();
        value.chars().forEach(c -> json.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        written.add(ascii(json.toString()));
        return written;
    }

    /** Whatever the value's place in three bytes. */
    private static List<byte[]> inBase64(byte[] bytes) {
        List<byte[]> written = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String base64 = encoder.withoutPadding().encodeToString(shifted);
                // The digits at both ends hold bits of the neighbours.
                written.add(ascii(base64.substring(
                        before == 0 ? 0 : before + 1, base64.length() - (shifted.length % 3 == 0 ? 0 : 1))));
            }
        }
        return written;
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Every table that is not PostgreSQL's own, by COPY as pg_dump reads them: as text, and as bytes. */
    private Map<String, String> dump() throws SQLException, IOException {
        Map<String, String> dump = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : LedgerFixture.strings(dataSource, """
                    select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                    """)) {
                for (String format : List.of("text", "binary")) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + table + " to stdout (format " + format + ")", out);
                    dump.put(table + " as " + format, latin1(out.toByteArray()));
                }
            }
        }
        // What the planner remembers of the columns is a copy of some of it.
        dump.put(
                "pg_stats",
                latin1(LedgerFixture.strings(dataSource, """
                        select coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '')
                        from pg_stats where schemaname not in ('pg_catalog', 'information_schema')
                        """).toString().getBytes(StandardCharsets.UTF_8)));
        return dump;
    }

    /** Where it stands. */
    private static List<String> found(Map<String, String> dump, byte[] written) {
        String wanted = latin1(written);
        return dump.entrySet().stream()
                .filter(part -> part.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A column with bytes that nobody has thought of would be sealed with the old key for ever. */
    @Test
    void everyColumnWithBytesIsKnownToTheRotation() {
        assertThat(LedgerFixture.strings(dataSource, """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'bytea' and column_name not like '%\\_key'
                    and table_name not in ('vault_key', 'vault_rehashed')
                """))
                .containsExactlyInAnyOrder(
                        "recipient.contact",
                        "import_row.contact",
                        "import_rejection.cells",
                        "import_reading.header",
                        "delivery_event.reply",
                        "return_path_key.return_path_secret",
                        "mail_domain.details",
                        "bounce.content",
                        "bounce_recipient.detail",
                        "telephone_call.note",
                        "contact_change.proposed",
                        "contact_change.contact",
                        "contact_told.contact",
                        "not_affected.contact",
                        "inquiry.words");
    }

    @Test
    void aCellMovedToAnotherRecipientOpensForNobodyAndIsSentToNobody() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 2));
        LedgerFixture.execute(dataSource, """
                update recipient r set contact = o.contact from recipient o where o.id <> r.id
                """);
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            String campaign = SendingFixture.running("2016-attack");
            eventually("put off", () -> SendingFixture.progress(campaign).getInt("deferred") == 2);
            assertThat(mail.received()).isEmpty();
        }
    }
}
