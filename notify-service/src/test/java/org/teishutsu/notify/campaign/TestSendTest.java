package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

@QuarkusTest
@NotifyServiceTest
class TestSendTest {

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;
    private String campaign;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
        SendingFixture.affected(
                "2016-attack",
                List.of(
                        SendingFixture.customer("C1", "c1@example.jp", "NAME|BIRTH_DATE"),
                        SendingFixture.customer("C2", "c2@example.jp", "NAME|BANK_ACCOUNT")));
        campaign = SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack"))
                .getString("id");
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private Response test(String user, Map<String, Object> body) {
        return as(user).contentType(ContentType.JSON).body(body).post("/campaigns/" + campaign + "/test-send");
    }

    private MimeMessage received(int index) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.received().get(index).bytes()));
    }

    @Test
    void colleaguesSeeTheWordingWithEveryItemAndNobodysName() throws Exception {
        test("officer", Map.of("to", List.of("a@FX.example", "auditor@outside.example")))
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].accepted", equalTo(true));

        assertThat(mail.received()).hasSize(2);
        assertThat(received(0).getSubject()).startsWith("【テスト送信】");
        String body = (String) received(0).getContent();
        assertThat(body)
                .startsWith("【テスト送信】")
                .contains("見本 太郎 様")
                .contains("・生年月日")
                .doesNotContain("C1")
                .doesNotContain("C2");
        assertThat(LedgerFixture.strings(dataSource, "select id from delivery")).isEmpty();
        assertThat(LedgerFixture.strings(dataSource, "select id from delivery_event"))
                .isEmpty();
    }

    @Test
    void oneRecipientsWordingComesWithoutHisNameAndNumber() throws Exception {
        String recipient = LedgerFixture.strings(dataSource, "select id from recipient order by no")
                .get(0);
        String number = LedgerFixture.strings(dataSource, "select inquiry_number from recipient order by no")
                .get(0);
        test("officer", Map.of("to", List.of("a@fx.example"), "recipient", recipient))
                .then()
                .statusCode(200);
        assertThat((String) received(0).getContent())
                .contains("見本 太郎 様")
                .contains("・生年月日")
                .doesNotContain("・銀行口座")
                .doesNotContain(number)
                .doesNotContain("見本 C1");
    }

    @Test
    void nobodyButColleaguesCanBeReached() {
        test("officer", Map.of("to", List.of("a@fx.example", "c1@example.jp")))
                .then()
                .statusCode(400)
                .body("detail", containsString("to[1]"))
                .body("detail", not(containsString("c1@")));
        test("officer", Map.of("to", List.of("a@fx.example\r\nBcc: c1@example.jp")))
                .then()
                .statusCode(400);
        test("officer", Map.of("to", List.of("c1@example.jp,a@fx.example")))
                .then()
                .statusCode(400);
        test("officer", Map.of("to", List.of())).then().statusCode(400);
        test("approver", Map.of("to", List.of("a@fx.example"))).then().statusCode(403);
        assertThat(mail.received()).isEmpty();
    }
}
