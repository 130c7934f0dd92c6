package org.teishutsu.notify.genuine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customer;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
class RevocationTest {

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;
    private String campaign;

    @BeforeEach
    void sent() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
        SendingFixture.affected(
                "2017-attack",
                List.of(customer("G1", "g1@example.jp", "NAME"), "G2,INDIVIDUAL,見本 二子,,,,100-0002,見本区2,,CURRENT,NAME"));
        campaign = SendingFixture.running("2017-attack");
        eventually("sent", () -> emails(campaign, "SENT") == 1);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private String number(String customer) {
        return LedgerFixture.strings(
                        dataSource, "select inquiry_number from recipient where id = '" + recipient(customer) + "'")
                .get(0);
    }

    private static ValidatableResponse page(String number) {
        return given().accept("text/html").get("/genuine/{number}", number).then();
    }

    private static ValidatableResponse revoke(String user, String number) {
        return post(user, "/genuine/revocations", Map.of("inquiryNumber", number, "reason", "偽のメールに記載"));
    }

    @Test
    void aRevokedNumberConfirmsNothingAndTheRecipientHasAnother() {
        String old = number("G1");
        page(old).statusCode(200).body(containsString("お知らせ"));
        String fresh = revoke("officer", old.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .statusCode(201)
                .body("recipient", equalTo(recipient("G1")))
                .extract()
                .path("inquiryNumber");
        assertThat(fresh).isNotEqualTo(old).isEqualTo(number("G1"));
        page(old)
                .statusCode(404)
                .body(containsString("現在は有効ではありません"))
                .body(containsString("決してありません"))
                .body(not(containsString("送信日")));
        given().accept("application/json")
                .get("/genuine/{number}", old)
                .then()
                .statusCode(404)
                .body("detail", equalTo("This inquiry number is not valid any more"));
        page(fresh).statusCode(404).body(containsString("確認できませんでした"));
        post("desk", "/recipients/lookup", Map.of("inquiryNumber", old, "reason", "照会"))
                .body("found", equalTo(0));
        post("desk", "/recipients/lookup", Map.of("inquiryNumber", fresh, "reason", "照会"))
                .body("found", equalTo(1));

        post("desk", "/campaigns/{id}/resends", Map.of("recipient", recipient("G1"), "reason", "番号の変更"), campaign)
                .statusCode(201);
        eventually("sent again", () -> emails(campaign, "SENT") == 2);
        page(fresh).statusCode(200).body(containsString("送信日"));
        assertThat(new String(mail.received().get(1).bytes(), java.nio.charset.StandardCharsets.US_ASCII))
                .isNotEmpty();
    }

    @Test
    void aLetterThatIsPrintedWithTheOldNumberIsPrintedAnew() {
        LedgerFixture.execute(dataSource, "update delivery_state set state = 'PRINTED' where channel = 'LETTER'");
        revoke("officer", number("G2")).statusCode(201);
        assertThat(deliveries(dataSource, recipient("G2"))).containsExactly("LETTER CANCELLED");
    }

    @Test
    void onlyAnOfficerRevokesAndOnlyOnce() {
        String number = number("G1");
        for (String user : List.of("desk", "approver", "auditor", "service")) {
            revoke(user, number).statusCode(403);
        }
        revoke("officer", number).statusCode(201);
        revoke("officer", number).statusCode(409).body("type", equalTo("urn:problem:already-exists"));
        revoke("officer", "00000-00000").statusCode(400).body("violations.field", hasItem("inquiryNumber"));
        post("officer", "/genuine/revocations", Map.of("inquiryNumber", number("G2")))
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
    }

    @Test
    void whoeverTriesNumbersIsLimitedAndNobodyElseIs() {
        String number = number("G1");
        for (int i = 0; i < 30; i++) {
            from("203.0.113.9", "00000-0000" + i % 10).statusCode(404);
        }
        from("203.0.113.9", number)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body(containsString("しばらくたってから"));
        from("198.51.100.1, 203.0.113.9", number).statusCode(429);
        given().accept("application/json")
                .header("X-Forwarded-For", "203.0.113.9")
                .get("/genuine/{number}", number)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:problem:too-many-requests"));
        from("203.0.113.10", number).statusCode(200);
        as("officer").get("/campaigns/" + campaign).then().statusCode(200);
    }

    private static ValidatableResponse from(String caller, String number) {
        return given().accept("text/html")
                .header("X-Forwarded-For", caller)
                .get("/genuine/{number}", number)
                .then();
    }
}
