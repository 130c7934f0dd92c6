package org.teishutsu.notify.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.notify.ReachFixture.call;
import static org.teishutsu.notify.ReachFixture.check;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.figuresOf;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;

@QuarkusTest
@NotifyServiceTest
class CallResourceTest {

    private static final String LETTER = "T1,INDIVIDUAL,見本 一子,,,,100-0001,見本区1,090-0000-0001,CURRENT,NAME|PHONE";
    private static final String NOWHERE = "T2,INDIVIDUAL,見本 二子,,,,,,090-0000-0002,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    private String campaign;

    /** Nobody has an e-mail, so nothing is sent: one is due a letter, the other has a telephone only. */
    @BeforeEach
    void running() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2017-attack", List.of(LETTER, NOWHERE));
        campaign = SendingFixture.running("2017-attack");
    }

    @Test
    void whoeverWasToldAfterACheckIsConfirmedAndGetsNoLetterAnyMore() {
        String recipient = recipient("T1");
        assertThat(deliveries(dataSource, recipient)).containsExactly("LETTER QUEUED");
        call(campaign, "T1", "TOLD", check("T1"))
                .statusCode(201)
                .body("delivery", notNullValue())
                .body("by", equalTo("desk"));
        assertThat(deliveries(dataSource, recipient)).containsExactly("LETTER CANCELLED", "TELEPHONE DELIVERED");
        JsonPath figures = figuresOf(campaign, "2017-attack");
        assertThat(figures.getInt("union.reach.CONFIRMED")).isEqualTo(1);
        assertThat(figures.getInt("union.deliveries.TELEPHONE.DELIVERED")).isEqualTo(1);
        assertThat(figures.getInt("union.calls.TOLD")).isEqualTo(1);
    }

    @Test
    void whoeverGainsItemsAfterTheCallIsToldOfThem() {
        call(campaign, "T1", "TOLD", check("T1")).statusCode(201);
        SendingFixture.affected("2017-attack", List.of(LETTER.replace("NAME|PHONE", "BANK_ACCOUNT")));
        as("officer").post("/campaigns/" + campaign + "/pause").then().statusCode(200);
        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
        assertThat(deliveries(dataSource, recipient("T1")))
                .containsExactly("LETTER CANCELLED", "TELEPHONE DELIVERED", "LETTER QUEUED");
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.notTold.LETTER_DUE"))
                .isEqualTo(1);
    }

    @Test
    void whatWasToldIsWhatTheCheckAnsweredWith() {
        String check = check("T1");
        SendingFixture.affected("2017-attack", List.of(LETTER.replace("NAME|PHONE", "BANK_ACCOUNT")));
        call(campaign, "T1", "TOLD", check).statusCode(201);
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.reach.CONFIRMED"))
                .as("the account came into the ledger after the desk had looked")
                .isZero();
    }

    @Test
    void nobodyIsToldWithoutACheckOfHisOwnInThisCall() {
        call(campaign, "T1", "TOLD", null).statusCode(400).body("violations.field", hasItem("identityCheck"));
        call(campaign, "T1", "NO_ANSWER", check("T1")).statusCode(400);
        call(campaign, "T2", "TOLD", check("T1")).statusCode(409).body("type", equalTo("urn:problem:not-ready"));
        String check = check("T1");
        call(campaign, "T1", "TOLD", check).statusCode(201);
        call(campaign, "T1", "TOLD", check).statusCode(409).body("type", equalTo("urn:problem:already-exists"));
        String old = check("T2");
        SendingFixture.forward(java.time.Duration.ofMinutes(61));
        call(campaign, "T2", "TOLD", old).statusCode(409);
    }

    @Test
    void callsThatReachNobodyTellNothingAndAreCounted() {
        for (String outcome : List.of("NO_ANSWER", "MESSAGE_LEFT", "IDENTITY_NOT_SHOWN", "DECLINED")) {
            call(campaign, "T2", outcome, null).statusCode(201).body("delivery", nullValue());
        }
        JsonPath figures = figuresOf(campaign, "2017-attack");
        assertThat(figures.getInt("union.calls.MESSAGE_LEFT")).isEqualTo(1);
        assertThat(figures.getInt("union.notTold.NO_ADDRESS")).isEqualTo(1);
        assertThat(deliveries(dataSource, recipient("T2"))).isEmpty();
    }

    @Test
    void theWorklistSaysWhomToCallUntilThatIsInVain() {
        next("T2", "CALL", 0);
        call(campaign, "T2", "NO_ANSWER", null).statusCode(201);
        next("T2", "CALL", 1);
        call(campaign, "T2", "WRONG_NUMBER", null).statusCode(201);
        next("T2", "FIND_CONTACT", 2);
        next("T1", "POST_LETTER", 0);
        String body = as("desk")
                .get("/campaigns/{id}/not-told/recipients?reason=NO_ADDRESS&limit=1", campaign)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .body("items[0].contact.name", equalTo("見***"))
                .extract()
                .asString();
        assertThat(body).doesNotContain("二子").doesNotContain("090-0000-0002");
        as("officer")
                .get("/campaigns/{id}/not-told/recipients?limit=1", campaign)
                .then()
                .body("items[0].reason", equalTo("LETTER_DUE"))
                .body("next", notNullValue());
        for (String user : List.of("auditor", "service", "representative")) {
            as(user).get("/campaigns/{id}/not-told/recipients", campaign).then().statusCode(403);
        }
        String list = as("desk")
                .get("/campaigns/{id}/not-told.csv?reason=NO_ADDRESS", campaign)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(list.lines()).hasSize(2).anyMatch(line -> line.contains("見本 二子") && line.contains(",2,"));
    }

    private void next(String number, String step, int calls) {
        as("desk")
                .get("/campaigns/{id}/not-told/recipients", campaign)
                .then()
                .statusCode(200)
                .body("items.find { it.recipient == '" + recipient(number) + "' }.next", equalTo(step))
                .body("items.find { it.recipient == '" + recipient(number) + "' }.calls", equalTo(calls));
    }

    @Test
    void callsAreTheDesksAndTheirNotesAreSealed() {
        Map<String, Object> body =
                Map.of("recipient", recipient("T2"), "outcome", "MESSAGE_LEFT", "note", "ご家族の見本 三子様に折返しを依頼");
        for (String user : List.of("officer", "approver", "auditor")) {
            post(user, "/campaigns/{id}/calls", body, campaign).statusCode(403);
        }
        post("desk", "/campaigns/{id}/calls", body, campaign).statusCode(201);
        as("desk")
                .get("/campaigns/{id}/calls?recipient={r}", campaign, recipient("T2"))
                .then()
                .statusCode(200)
                .body("items.note", equalTo(List.of("ご家族の見本 三子様に折返しを依頼")));
        as("auditor").get("/campaigns/{id}/calls", campaign).then().statusCode(403);
        assertThat(LedgerFixture.strings(dataSource, "select t::text from telephone_call t"))
                .noneMatch(row -> row.contains("三子"));
    }

    @Test
    void aCallNamesSomebodyWhomTheCampaignTells() {
        SendingFixture.affected("2016-attack", List.of(NOWHERE.replace("T2", "T9")));
        call(campaign, "T9", "NO_ANSWER", null).statusCode(400).body("violations.field", hasItem("recipient"));
        post("desk", "/campaigns/{id}/calls", Map.of("outcome", "NO_ANSWER"), campaign)
                .statusCode(400)
                .body("violations.field", hasItem("recipient"));
        post("desk", "/campaigns/{id}/calls", Map.of("outcome", "NO_ANSWER", "inquiryNumber", "00000-00000"), campaign)
                .statusCode(400)
                .body("violations.field", hasItem("inquiryNumber"));
        String draft = SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack"))
                .getString("id");
        call(draft, "T9", "NO_ANSWER", null).statusCode(409);
        post(
                        "desk",
                        "/campaigns/{id}/calls",
                        Map.of(
                                "recipient",
                                recipient("T2"),
                                "outcome",
                                "NO_ANSWER",
                                "calledAt",
                                "2999-01-01T00:00:00Z"),
                        campaign)
                .statusCode(400)
                .body("violations.field", hasItem("calledAt"));
    }
}
