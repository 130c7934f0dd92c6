package org.teishutsu.notify.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.notify.ReachFixture.call;
import static org.teishutsu.notify.ReachFixture.check;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.figuresOf;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.proposed;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.ReachFixture.release;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;

@QuarkusTest
@NotifyServiceTest
class ClosingResourceTest {

    private static final String LETTER = "K1,INDIVIDUAL,見本 一子,,,,100-0001,見本区1,,CURRENT,NAME|PHONE";
    private static final String NOWHERE = "K2,INDIVIDUAL,見本 二子,,,,,,,CURRENT,NAME";
    private static final String TELEPHONE = "K3,INDIVIDUAL,見本 三子,,,,,,090-0000-0003,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    private String campaign;

    @BeforeEach
    void running() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2017-attack", List.of(LETTER, NOWHERE, TELEPHONE));
        campaign = SendingFixture.running("2017-attack");
    }

    private static Map<String, Object> closing(String reason, String... recipients) {
        return Map.of("kind", "CLOSED", "reason", reason, "ground", "ご家族からのお申出", "recipients", List.of(recipients));
    }

    private Map<String, Object> substituted(String reason) {
        return Map.of("kind", "SUBSTITUTED", "ground", "公表により代替", "campaign", campaign, "notTold", reason);
    }

    @Test
    void twoPeopleCloseARecipientAndWhatWasPlannedIsCancelled() {
        String recipient = recipient("K1");
        JsonPath proposed = proposed(closing("DECEASED", recipient));
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.reach.CLOSED"))
                .isZero();
        release("approver", proposed)
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("members", equalTo(1))
                .body("releasedBy", equalTo("approver"));
        JsonPath figures = figuresOf(campaign, "2017-attack");
        assertThat(figures.getInt("union.reach.CLOSED")).isEqualTo(1);
        assertThat(figures.getInt("union.closed.DECEASED")).isEqualTo(1);
        assertThat(deliveries(dataSource, recipient)).containsExactly("LETTER CANCELLED");
        assertThat(LedgerFixture.strings(dataSource, "select note from delivery_event where state = 'CANCELLED'"))
                .containsExactly("Closed: the recipient is not to be told any more");
        pauseAndResume();
        assertThat(deliveries(dataSource, recipient))
                .as("and nothing is planned anew")
                .containsExactly("LETTER CANCELLED");
    }

    @Test
    void nobodyReleasesHisOwnOrWhatHeDidNotLookAt() {
        JsonPath proposed = proposed(closing("DECLINED", recipient("K2")));
        release("officer", proposed).statusCode(403);
        post("approver", "/closings/{id}/approval", Map.of("digest", "x"), proposed.getString("id"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        post("approver", "/closings", closing("DECLINED", recipient("K2"))).statusCode(403);
        post("desk", "/closings", closing("DECLINED", recipient("K2"))).statusCode(403);
        post("approver", "/closings/{id}/return", Map.of("reason", "根拠が不足"), proposed.getString("id"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("returnReason", equalTo("根拠が不足"));
        release("approver", proposed).statusCode(409).body("type", equalTo("urn:problem:illegal-transition"));
    }

    @Test
    void whoeverGainedItemsSinceIsNotClosedByAnOldList() {
        JsonPath proposed = proposed(closing("OTHER", recipient("K2")));
        SendingFixture.affected("2017-attack", List.of(NOWHERE.replace("NAME", "BANK_ACCOUNT")));
        release("approver", proposed).statusCode(409).body("type", equalTo("urn:problem:changed-since"));
    }

    @Test
    void whoeverGainsItemsAfterwardsIsOpenAgain() {
        release("approver", proposed(closing("DECLINED", recipient("K1")))).statusCode(200);
        SendingFixture.affected("2017-attack", List.of(LETTER.replace("NAME|PHONE", "BANK_ACCOUNT")));
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.reach.CLOSED"))
                .isZero();
        pauseAndResume();
        assertThat(deliveries(dataSource, recipient("K1"))).containsExactly("LETTER CANCELLED", "LETTER QUEUED");
    }

    @Test
    void onePersonLiftsWhatTwoHaveClosed() {
        String recipient = recipient("K1");
        JsonPath closed = proposed(closing("DECEASED", recipient));
        post("officer", "/closings/{id}/recipients/{r}/lift", Map.of("reason", "誤り"), closed.getString("id"), recipient)
                .statusCode(409);
        release("approver", closed).statusCode(200);
        String before = as("service").get("/drill/clock").then().extract().path("instant");
        post("officer", "/closings/{id}/recipients/{r}/lift", Map.of("reason", "誤り"), closed.getString("id"), recipient)
                .statusCode(200)
                .body("lifted", equalTo(1));
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.reach.CLOSED"))
                .isZero();
        as("service").get("/figures?incident=2017-attack&asOf=" + before).then().body("union.reach.CLOSED", equalTo(1));
        pauseAndResume();
        assertThat(deliveries(dataSource, recipient)).containsExactly("LETTER CANCELLED", "LETTER QUEUED");
    }

    @Test
    void aListOfThoseForWhomNothingIsLeft() {
        Map<String, Object> nothingLeft = new HashMap<>(substituted("NO_ADDRESS"));
        nothingLeft.put("nothingLeft", true);
        JsonPath proposed = proposed(nothingLeft);
        assertThat(proposed.getInt("members")).isEqualTo(1);
        as("approver")
                .get("/closings/{id}/recipients", proposed.getString("id"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recipient", equalTo(recipient("K2")))
                .body("items[0].contact.name", equalTo("見***"))
                .body("items[0].items.'2017-attack'", equalTo(List.of("NAME")));
        as("auditor")
                .get("/closings/{id}/recipients", proposed.getString("id"))
                .then()
                .statusCode(403);
        as("auditor").get("/closings").then().statusCode(200).body("items", hasSize(1));
        release("approver", proposed).statusCode(200);
        assertThat(figuresOf(campaign, "2017-attack").getInt("union.reach.SUBSTITUTED"))
                .isEqualTo(1);
    }

    @Test
    void aListLosesItsWordWhenSomebodyOnItHasBeenTold() {
        JsonPath proposed = proposed(substituted("NO_ADDRESS"));
        assertThat(proposed.getInt("members")).isEqualTo(2);
        call(campaign, "K3", "TOLD", check("K3")).statusCode(201);
        release("approver", proposed).statusCode(409).body("type", equalTo("urn:problem:changed-since"));
        release("approver", proposed(substituted("NO_ADDRESS"))).statusCode(200);
        JsonPath figures = figuresOf(campaign, "2017-attack");
        assertThat(figures.getInt("union.reach.SUBSTITUTED")).isEqualTo(1);
        assertThat(figures.getInt("union.reach.CONFIRMED")).isEqualTo(1);
    }

    @Test
    void aCampaignIsCompleteWhenTheRestIsClosed() {
        release("approver", proposed(closing("DECLINED", recipient("K1")))).statusCode(200);
        release("approver", proposed(substituted("NO_ADDRESS"))).statusCode(200);
        assertThat(SendingFixture.notTold(campaign)).isEmpty();
        eventually(
                "complete",
                () -> "COMPLETE"
                        .equals(as("officer")
                                .get("/campaigns/" + campaign)
                                .then()
                                .extract()
                                .path("state")));
        figuresOf(campaign, "2017-attack");
    }

    @Test
    void whatCannotBeIsRefused() {
        Map<String, Object> noReason = new HashMap<>(closing("DECEASED", recipient("K1")));
        noReason.remove("reason");
        post("officer", "/closings", noReason).statusCode(400).body("violations.field", hasItem("reason"));
        Map<String, Object> both = new HashMap<>(closing("DECEASED", recipient("K1")));
        both.put("notTold", "NO_ADDRESS");
        post("officer", "/closings", both).statusCode(400).body("violations.field", hasItem("recipients"));
        post("officer", "/closings", closing("DECEASED", UUID.randomUUID().toString()))
                .statusCode(400)
                .body("violations.field", hasItem("recipients"));
        post("officer", "/closings", substituted("RETURNED"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"));
        as("officer").get("/closings/" + UUID.randomUUID()).then().statusCode(404);
    }

    private void pauseAndResume() {
        as("officer").post("/campaigns/" + campaign + "/pause").then().statusCode(200);
        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
    }
}
