package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.notify.IntakeFixture;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Whoever has lost a customer's data does not get the name wrong as well: it is the same from the list to the letter. */
@QuarkusTest
@NotifyServiceTest
class NamesTest {

    /** All made up of what conversions, normalising and narrow encodings lose. */
    private static final List<String> NAMES = List.of(
            "髙﨑 濵子",
            "髙﨑　𠮷濵", // beyond the first plane, and a wide blank
            "草彅 塚子", // U+FA10
            "葛\uDB40\uDD00城 一郎", // with a variation selector
            "か\u3099 は\u309A", // marks of their own, as some systems write が and ぱ
            "ﾔﾏﾀﾞ ﾀﾛｳ", // narrow
            "山田～太郎", // U+FF5E, and not U+301C
            "山田〜太郎",
            "Ⅳ ①郎 ㈱",
            "Ｊａｎｅ Ｄｏｅ",
            "Renée Müller-Ōta");

    private static final List<String> HEADER = List.of("顧客番号", "氏名", "メールアドレス", "メール登録日", "区分", "漏えい項目");

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "xlsx"})
    void aNameIsNeverChangedFromListToLedgerToMessage(String format) throws Exception {
        List<String> names = NAMES.stream()
                .filter(name -> format.equals("xlsx")
                        || Charset.forName(format).newEncoder().canEncode(name))
                .toList();
        assertThat(names).hasSizeGreaterThan(4);
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            IntakeFixture.applied(staged(list(format, names)));
            assertThat(LedgerFixture.contacts(dataSource, vault))
                    .extracting(Contact::name)
                    .containsExactlyElementsOf(names);
            String campaign = SendingFixture.running("2017-attack");
            eventually("sent", () -> emails(campaign, "SENT") == names.size());
            Map<String, String> addressed = new HashMap<>();
            for (ScriptedMailServer.Received received : mail.received()) {
                addressed.put(received.recipient(), body(received));
            }
            for (int i = 0; i < names.size(); i++) {
                assertThat(addressed.get("n" + i + "@example.jp")).contains("\n" + names.get(i) + " 様");
            }
        }
    }

    private static String body(ScriptedMailServer.Received received) throws Exception {
        return ((String) new MimeMessage(
                                Session.getInstance(new Properties()), new ByteArrayInputStream(received.bytes()))
                        .getContent())
                .replace("\r\n", "\n");
    }

    private static byte[] list(String format, List<String> names) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < names.size(); i++) {
            rows.add(List.of("N" + i, names.get(i), "n" + i + "@example.jp", "2010-01-01", "個人", "NAME"));
        }
        if (format.equals("xlsx")) {
            return Workbooks.of(sheet -> {
                for (int i = 0; i < rows.size(); i++) {
                    Workbooks.row(sheet, i, rows.get(i).toArray());
                }
            });
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(Charset.forName(format));
    }

    private static JsonPath staged(byte[] list) {
        return SendingFixture.as("officer")
                .contentType("application/octet-stream")
                .body(list)
                .post("/incidents/2017-attack/imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
