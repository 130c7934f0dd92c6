package org.teishutsu.notify.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.teishutsu.notify.ReachFixture.call;
import static org.teishutsu.notify.ReachFixture.check;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.figuresOf;
import static org.teishutsu.notify.ReachFixture.lookUp;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

@QuarkusTest
@NotifyServiceTest
class ContactResourceTest {

    private static final String LETTER = "A1,INDIVIDUAL,見本 一子,,,,100-0001,見本区1,090-0000-0001,CURRENT,NAME";
    private static final String NOWHERE = "A2,INDIVIDUAL,見本 二子,,,,,,090-0000-0002,CURRENT,NAME";
    private static final String BY_MAIL = "A3,INDIVIDUAL,見本 三子,,a3@example.jp,2010-01-01,100-0003,見本区3,,CURRENT,NAME";
    private static final String NO_NUMBER = ",INDIVIDUAL,見本 四子,,a4@example.jp,2010-01-01,,,,APPLICANT,NAME";

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @BeforeEach
    void ledger() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2017-attack", List.of(LETTER, NOWHERE));
    }

    private static Map<String, Object> change(String recipient, Map<String, Object> fields) {
        Map<String, Object> change =
                new HashMap<>(Map.of("recipient", recipient, "source", "POST", "ground", "返戻の付箋による"));
        change.putAll(fields);
        return change;
    }

    @Test
    void nameThatNoFontPrintsIsWrittenOtherwiseAndItsLetterGoes() {
        SendingFixture.affected(
                "2017-attack", List.of(LETTER.replace("A1", "A9").replace("見本 一子", "見本 😀子")));
        Map<String, Object> request = new HashMap<>(SendingFixture.request(SendingFixture.template(), "2017-attack"));
        request.put("letterTemplate", SendingFixture.template("LETTER"));
        String campaign = SendingFixture.running(request);
        post("officer", "/letter-batches", Map.of("campaign", campaign))
                .statusCode(201)
                .body("letters", equalTo(1));
        assertThat(SendingFixture.notTold(campaign)).containsEntry("UNPRINTABLE", 1);
        String recipient = recipient("A9");
        post("desk", "/contact-changes", change(recipient, Map.of("name", "見本 😃子")))
                .statusCode(400)
                .body("violations.field", hasItem("name"));
        post("desk", "/contact-changes", change(recipient, Map.of("remove", List.of("NAME"))))
                .statusCode(400);
        JsonPath proposed = proposed(change(recipient, Map.of("name", "見本 九子")));
        assertThat(proposed.getString("after.name")).isEqualTo("見本 九子");
        release("approver", proposed).statusCode(200);

        assertThat(post(
                                "desk",
                                "/recipients/lookup",
                                Map.of("name", "見本九子", "postalCode", "100-0001", "reason", "お問い合わせ"))
                        .extract()
                        .jsonPath()
                        .getList("recipients.id"))
                .containsExactly(recipient);
        post("officer", "/letter-batches", Map.of("campaign", campaign))
                .statusCode(201)
                .body("letters", equalTo(1));
        assertThat(SendingFixture.notTold(campaign)).doesNotContainKey("UNPRINTABLE");
        SendingFixture.affected(
                "2017-attack", List.of(LETTER.replace("A1", "A9").replace("見本 一子", "見本 九子")));
        assertThat(recipient("A9")).as("lists know him by his number").isEqualTo(recipient);
    }

    private static Map<String, Object> moved(String recipient) {
        return change(recipient, Map.of("postalCode", "200-0002", "address", "架空市2-2"));
    }

    private static JsonPath proposed(Map<String, Object> change) {
        String id = post("desk", "/contact-changes", change)
                .statusCode(201)
                .body("before", nullValue())
                .body("digest", nullValue())
                .extract()
                .path("id");
        return as("approver").get("/contact-changes/" + id).then().extract().jsonPath();
    }

    private static ValidatableResponse release(String user, JsonPath proposed) {
        return post(
                user,
                "/contact-changes/{id}/approval",
                Map.of("digest", proposed.getString("digest")),
                proposed.getString("id"));
    }

    private Contact contact(String number) {
        return LedgerFixture.contacts(dataSource, vault).stream()
                .filter(contact -> number.equals(contact.customerNumber()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoPeopleChangeAnAddressAndTheOldOneStaysOnRecord() {
        JsonPath proposed = proposed(moved(recipient("A1")));
        assertThat(proposed.getString("before.address")).isEqualTo("見本区1");
        assertThat(proposed.getString("after.address")).isEqualTo("架空市2-2");
        assertThat(contact("A1").address()).isEqualTo("見本区1");
        release("desk", proposed).statusCode(403);
        release("officer", proposed).statusCode(403);
        release("approver", proposed)
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("before.address", equalTo("見本区1"))
                .body("after", nullValue());
        assertThat(contact("A1").address()).isEqualTo("架空市2-2");
        assertThat(contact("A1").mobile()).isEqualTo("090-0000-0001");
        post("desk", "/recipients/lookup", Map.of("name", "見本 一子", "postalCode", "2000002", "reason", "照会"))
                .body("found", equalTo(1));
        post("desk", "/recipients/lookup", Map.of("name", "見本 一子", "postalCode", "1000001", "reason", "照会"))
                .body("found", equalTo(0));
        as("auditor")
                .get("/contact-changes/log")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].fields", equalTo(List.of("ADDRESS")))
                .body(not(containsString("架空市")));
        as("auditor").get("/contact-changes").then().statusCode(403);
        assertThat(LedgerFixture.strings(dataSource, "select c::text from contact_change c"))
                .noneMatch(row -> row.contains("見本区") || row.contains("架空市"));
    }

    @Test
    void aReleaseIsOfWhatWasLookedAt() {
        JsonPath proposed = proposed(moved(recipient("A1")));
        post("approver", "/contact-changes/{id}/approval", Map.of("digest", "x"), proposed.getString("id"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        post("desk", "/contact-changes", moved(recipient("A1"))).statusCode(409);
        post("approver", "/contact-changes/{id}/return", Map.of("reason", "根拠が不足"), proposed.getString("id"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        release("approver", proposed).statusCode(409);
        proposed(moved(recipient("A1")));
    }

    @Test
    void whatIsPrintedForTheOldAddressIsPlannedAnew() {
        String campaign = SendingFixture.running("2017-attack");
        String recipient = recipient("A1");
        LedgerFixture.execute(dataSource, """
                update delivery_state set state = 'PRINTED';
                insert into delivery_event (delivery_id, state, recorded_at)
                    select delivery_id, 'PRINTED', domain_now() from delivery_state
                """);
        release("approver", proposed(moved(recipient))).statusCode(200);
        assertThat(deliveries(dataSource, recipient)).containsExactly("LETTER CANCELLED");
        as("officer").post("/campaigns/" + campaign + "/pause").then().statusCode(200);
        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
        assertThat(deliveries(dataSource, recipient)).containsExactly("LETTER CANCELLED", "LETTER QUEUED");
        figuresOf(campaign, "2017-attack");
    }

    @Test
    void figuresOfEarlierInstantsKeepWhoHadNoAddressThen() {
        String campaign = SendingFixture.running("2017-attack");
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.notTold.NO_ADDRESS"))
                .isEqualTo(1);
        String before = as("service").get("/drill/clock").then().extract().path("instant");
        String asOf = "/figures?incident=2017-attack&asOf=" + before;
        byte[] told = as("service").get(asOf).asByteArray();
        release("approver", proposed(moved(recipient("A2")))).statusCode(200);
        assertThat(as("service").get(asOf).asByteArray()).isEqualTo(told);
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.notTold.NO_ADDRESS"))
                .isZero();
    }

    @Test
    void anEMailThatChangedIsNeverMailedTo() {
        SendingFixture.affected("2016-attack", List.of(BY_MAIL));
        release("approver", proposed(change(recipient("A3"), Map.of("email", "new@example.jp"))))
                .statusCode(200);
        assertThat(post("desk", "/recipients/lookup", Map.of("email", "new@example.jp", "reason", "照会"))
                        .extract()
                        .jsonPath()
                        .getInt("found"))
                .isEqualTo(1);
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            String campaign = SendingFixture.running("2016-attack");
            assertThat(deliveries(dataSource, recipient("A3"))).containsExactly("LETTER QUEUED");
            assertThat(SendingFixture.progress(campaign).getInt("planned")).isEqualTo(1);
            assertThat(mail.received()).isEmpty();
        }
    }

    @Test
    void whoeverHasNoCustomerNumberKeepsTheEMailThatListsKnowHimBy() {
        SendingFixture.affected("2016-attack", List.of(NO_NUMBER));
        String recipient = post("desk", "/recipients/lookup", Map.of("email", "a4@example.jp", "reason", "照会"))
                .extract()
                .path("recipients[0].id");
        post("desk", "/contact-changes", change(recipient, Map.of("email", "b4@example.jp")))
                .statusCode(400)
                .body("violations.field", hasItem("email"));
        post("desk", "/contact-changes", change(recipient, Map.of("name", "見本 五子")))
                .statusCode(400)
                .body("violations.field", hasItem("name"));
        post("desk", "/contact-changes", change(recipient, Map.of("remove", List.of("EMAIL"))))
                .statusCode(400);
        release("approver", proposed(moved(recipient))).statusCode(200);
        JsonPath again = org.teishutsu.notify.IntakeFixture.staged("2016-attack", NO_NUMBER);
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(again.getInt("newRecipients")).isZero();
    }

    @Test
    void aNewNumberIsWorthACallAgain() {
        String campaign = SendingFixture.running("2017-attack");
        call(campaign, "A2", "OUT_OF_SERVICE", null).statusCode(201);
        assertThat(next(campaign)).isEqualTo("FIND_CONTACT");
        release("approver", proposed(change(recipient("A2"), Map.of("mobile", "080-1111-2222"))))
                .statusCode(200);
        assertThat(next(campaign)).isEqualTo("CALL");
    }

    private static String next(String campaign) {
        return as("desk")
                .get("/campaigns/{id}/not-told/recipients?reason=NO_ADDRESS", campaign)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].next");
    }

    @Test
    void aRecipientWhoSaysSoHimselfHasShownWhoHeIs() {
        Map<String, Object> said = moved(recipient("A1"));
        said.put("source", "RECIPIENT");
        post("desk", "/contact-changes", said).statusCode(400).body("violations.field", hasItem("identityCheck"));
        said.put("identityCheck", check("A2"));
        post("desk", "/contact-changes", said).statusCode(409);
        said.put("identityCheck", check("A1"));
        post("desk", "/contact-changes", said).statusCode(201);
    }

    @Test
    void whatCannotBeIsRefused() {
        String recipient = recipient("A1");
        for (Map<String, Object> fields : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("address", "架空市2"),
                Map.of("postalCode", "123", "address", "架空市2"),
                Map.of("mobile", "12"),
                Map.of("email", "nobody"),
                Map.of("email", "a@b\r\nBcc: c@d"),
                Map.of("mobile", "090-1111-2222", "remove", List.of("MOBILE")),
                Map.of("remove", List.of("ADDRESS", "MOBILE")))) {
            post("desk", "/contact-changes", change(recipient, fields)).statusCode(400);
        }
        post("desk", "/contact-changes", moved(UUID.randomUUID().toString())).statusCode(400);
        post("auditor", "/contact-changes", moved(recipient)).statusCode(403);
        as("desk").get("/contact-changes/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(lookUp("A1").getInt("found")).isEqualTo(1);
    }
}
