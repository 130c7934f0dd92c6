package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.figuresOf;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.proposed;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.ReachFixture.release;
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
class ResendResourceTest {

    private static final String BY_LETTER = "R2,INDIVIDUAL,見本 二子,,,,100-0002,見本区2,,CURRENT,NAME";
    private static final String NOWHERE = "R3,INDIVIDUAL,見本 三子,,,,,,,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;
    private String campaign;

    @BeforeEach
    void running() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
        SendingFixture.affected("2017-attack", List.of(customer("R1", "r1@example.jp", "NAME"), BY_LETTER, NOWHERE));
        campaign = SendingFixture.running("2017-attack");
        eventually("sent", () -> emails(campaign, "SENT") == 1);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private ValidatableResponse resend(String number) {
        return post(
                "desk",
                "/campaigns/{id}/resends",
                Map.of("recipient", recipient(number), "reason", "届いていないとのお申出"),
                campaign);
    }

    /** Letters are printed and posted by hand; here only their facts count. */
    private void letters(String state) {
        LedgerFixture.execute(dataSource, """
                update delivery_state set state = '%1$s' where channel = 'LETTER';
                insert into delivery_event (delivery_id, state, recorded_at)
                    select delivery_id, '%1$s', domain_now() from delivery_state where channel = 'LETTER'
                """.formatted(state));
    }

    @Test
    void theDeskHasAMessageSentOnceMoreByItsChannel() {
        resend("R1")
                .statusCode(201)
                .body("channel", equalTo("EMAIL"))
                .body("tryNo", equalTo(2))
                .body("by", equalTo("desk"));
        eventually("sent again", () -> mail.received().size() == 2);
        assertThat(mail.received()).allMatch(received -> received.recipient().equals("r1@example.jp"));
        eventually("settled", () -> emails(campaign, "SENT") == 2);
        as("auditor")
                .get("/campaigns/{id}/resends", campaign)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("届いていないとのお申出"));
        figuresOf(campaign, "2017-attack");
    }

    @Test
    void aCompleteCampaignSendsOnceMoreAndIsCompleteAgain() {
        letters("POSTED");
        release(
                        "approver",
                        proposed(Map.of(
                                "kind", "SUBSTITUTED", "ground", "公表", "campaign", campaign, "notTold", "NO_ADDRESS")))
                .statusCode(200);
        eventually("complete", () -> state().equals("COMPLETE"));
        resend("R1").statusCode(201);
        eventually("sent again", () -> mail.received().size() == 2);
        eventually("complete again", () -> emails(campaign, "SENT") == 2 && state().equals("COMPLETE"));
    }

    private String state() {
        return as("officer").get("/campaigns/" + campaign).then().extract().path("state");
    }

    @Test
    void whatCameBackIsUnderWayAgain() {
        resend("R2").statusCode(409).body("type", equalTo("urn:problem:already-exists"));
        letters("RETURNED");
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.notTold.RETURNED"))
                .isEqualTo(1);
        resend("R2").statusCode(201).body("channel", equalTo("LETTER"));
        assertThat(deliveries(dataSource, recipient("R2"))).containsExactly("LETTER RETURNED", "LETTER QUEUED");
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.notTold.LETTER_DUE"))
                .isEqualTo(1);
    }

    @Test
    void theWorklistSaysWhyALetterCameBack() {
        letters("RETURNED");
        LedgerFixture.execute(
                dataSource, "update delivery_event set return_reason = 'MOVED_AWAY' where state = 'RETURNED'");
        as("desk")
                .get("/campaigns/{id}/not-told/recipients?reason=RETURNED", campaign)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].returned", equalTo("MOVED_AWAY"))
                .body("items[0].next", equalTo("FIND_CONTACT"));
        as("desk")
                .get("/campaigns/{id}/not-told/recipients?reason=NO_ADDRESS", campaign)
                .then()
                .body("items[0].returned", org.hamcrest.Matchers.nullValue());
        String list = as("desk")
                .get("/campaigns/{id}/not-told.csv?reason=RETURNED", campaign)
                .then()
                .extract()
                .asString();
        org.assertj.core.api.Assertions.assertThat(list.lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("転居先不明") && line.contains("見本 二子"));
    }

    @Test
    void whoeverWasRefusedByMailIsWrittenTo() {
        LedgerFixture.execute(dataSource, """
                update delivery_state set state = 'BOUNCED' where channel = 'EMAIL';
                insert into delivery_event (delivery_id, state, recorded_at)
                    select delivery_id, 'BOUNCED', domain_now() from delivery_state where channel = 'EMAIL'
                """);
        resend("R1").statusCode(201).body("channel", equalTo("LETTER"));
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void nobodyIsWrittenToNowhereOrAfterHeWasClosed() {
        resend("R3").statusCode(409).body("type", equalTo("urn:problem:not-ready"));
        release(
                        "approver",
                        proposed(Map.of(
                                "kind",
                                "CLOSED",
                                "reason",
                                "DECEASED",
                                "ground",
                                "ご遺族のお申出",
                                "recipients",
                                List.of(recipient("R1")))))
                .statusCode(200);
        resend("R1").statusCode(409).body("type", equalTo("urn:problem:not-ready"));
        Map<String, Object> body = Map.of("recipient", recipient("R2"), "reason", "x");
        post("auditor", "/campaigns/{id}/resends", body, campaign).statusCode(403);
        post("desk", "/campaigns/{id}/resends", Map.of("recipient", recipient("R2")), campaign)
                .statusCode(400);
    }
}
