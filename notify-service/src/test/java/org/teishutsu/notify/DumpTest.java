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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
        }
        as("officer").get("/campaigns/" + campaign + "/not-told.csv").then().statusCode(200);

        assertThat(LedgerFixture.strings(dataSource, "select count(*) from import_row"))
                .as("rows in staging")
                .doesNotContain("0");
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from import_rejection"))
                .as("rejected rows")
                .containsExactly("4");
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from delivery_event where reply is not null"))
                .as("answers of the mail server")
                .containsExactly("2");
        List<byte[]> dump = dump();
        assertThat(dump).hasSizeGreaterThan(20);
        assertThat(contains(dump, "2017-attack"))
                .as("what is no secret is found")
                .isTrue();
        for (String value : PERSONAL) {
            for (String written : waysToWrite(value)) {
                assertThat(contains(dump, written))
                        .as("%s in the database", value)
                        .isFalse();
            }
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

    /** In UTF-8, hexadecimal and base64, whatever the value's place in three bytes. */
    private static List<String> waysToWrite(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        List<String> written = new ArrayList<>(List.of(value, HexFormat.of().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The digits at both ends hold bits of the neighbours.
            written.add(base64.substring(
                    before == 0 ? 0 : before + 1, base64.length() - (shifted.length % 3 == 0 ? 0 : 1)));
        }
        return written;
    }

    /** Every table as pg_dump writes it, and every bytea of it once more as its bytes. */
    private List<byte[]> dump() throws SQLException, IOException {
        List<byte[]> dump = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : LedgerFixture.strings(
                    dataSource, "select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
                for (String format : List.of("text", "binary")) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + table + " to stdout (format " + format + ")", out);
                    dump.add(out.toByteArray());
                }
            }
        }
        return dump;
    }

    /** Upper and lower case alike, for hashes and hexadecimal digits are written in either. */
    private static boolean contains(List<byte[]> dump, String value) {
        String wanted = latin1(value.getBytes(StandardCharsets.UTF_8));
        return dump.stream().anyMatch(table -> latin1(table).contains(wanted));
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
                        "return_path_key.return_path_secret");
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
