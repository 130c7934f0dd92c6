package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

/** Minors and wards are addressed through whoever represents them. */
@QuarkusTest
@NotifyServiceTest
class LegalRepresentativeTest {

    private static final String LIST = """
            顧客番号,氏名,メールアドレス,メール登録日,郵便番号,住所,親権者,漏えい項目
            M1,見本 未成,m1@example.jp,2010-01-01,100-0001,東京都架空区1,見本 親子,氏名
            M2,見本 紙子,,,100-0002,東京都架空区2,見本 保子,氏名
            M3,見本 大人,m3@example.jp,2010-01-01,100-0003,東京都架空区3,,氏名
            M4,見本 化子,m4@example.jp,2010-01-01,100-0004,東京都架空区4,見本 〓子,氏名
            """;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    @Test
    void messagesAndLettersGoToTheRepresentative() throws Exception {
        JsonPath staged = as("officer")
                .contentType("text/csv")
                .body(LIST.getBytes(StandardCharsets.UTF_8))
                .post("/incidents/2017-attack/imports?name=list.csv")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as("officer")
                .get("/imports/" + staged.getString("id") + "/rejections.csv")
                .then()
                .statusCode(200)
                .body(containsString("[親権者] 文字化け"));
        post(
                        "approver",
                        "/imports/{id}/application",
                        Map.of("digest", staged.getString("digest")),
                        staged.getString("id"))
                .statusCode(200);
        Map<String, Object> request = new HashMap<>(SendingFixture.request(SendingFixture.template(), "2017-attack"));
        request.put("letterTemplate", SendingFixture.template("LETTER"));
        String campaign = SendingFixture.running(request);
        eventually("sent", () -> mail.received().size() == 2);

        assertThat(List.of(firstLine("m1@example.jp"), firstLine("m3@example.jp")))
                .containsExactly("見本 未成 様　法定代理人 見本 親子 様", "見本 大人 様");
        String batch = post("officer", "/letter-batches", Map.of("campaign", campaign))
                .statusCode(201)
                .extract()
                .path("batch");
        byte[] pdf = as("officer")
                .get("/letter-batches/" + batch + "/document.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s　]", ""))
                    .contains("見本紙子様法定代理人見本保子様");
        }
    }

    /** Whom a message is addressed to; in a drill its mark comes before. */
    private String firstLine(String recipient) {
        return mail.received().stream()
                .filter(received -> received.recipient().equals(recipient))
                .map(LegalRepresentativeTest::text)
                .flatMap(String::lines)
                .filter(line -> line.endsWith("様"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(ScriptedMailServer.Received received) {
        try {
            return (String)
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.bytes()))
                            .getContent();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
