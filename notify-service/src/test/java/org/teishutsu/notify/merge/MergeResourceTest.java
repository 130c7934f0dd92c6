package org.teishutsu.notify.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.staged;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.exposure.LedgerChanged;

@QuarkusTest
@NotifyServiceTest
class MergeResourceTest {

    private static final String APPLICANT = ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,APPLICANT,NAME";
    private static final String CUSTOMER = "C7,INDIVIDUAL,見本　花子,,Hanako@mail.example,,,,,CURRENT,EMAIL";

    @Inject
    Heard heard;

    @Inject
    DataSource dataSource;

    /** Counts the mergers that are told of. */
    @Singleton
    static class Heard {

        final AtomicInteger mergers = new AtomicInteger();

        void heard(@Observes LedgerChanged event) {
            if (event.list() == null) {
                mergers.incrementAndGet();
            }
        }
    }

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void anApplicantWhoLooksLikeACustomerIsProposedAndNothingMore() {
        applied(staged("2017-attack", APPLICANT));
        assertThat(open()).isEmpty();
        applied(staged("2016-attack", CUSTOMER));
        JsonPath proposal = proposal();
        assertThat(proposal.getList("alike")).containsExactly("EMAIL");
        assertThat(proposal.getString("recipient.contact.name")).isEqualTo("見本 花子");
        assertThat(proposal.getString("customer.contact.customerNumber")).isEqualTo("C7");
        assertThat(proposal.getMap("recipient.items")).isEqualTo(Map.of("2017-attack", List.of("NAME")));
        assertThat(persons("2017-attack", "2016-attack", now())).isEqualTo(2);
        applied(staged("2016-attack", CUSTOMER, "C8,INDIVIDUAL,見本 花子,,other@mail.example,,,,,CURRENT,EMAIL"));
        assertThat(open())
                .as("the name alone says nothing; the same pair is not proposed twice")
                .hasSize(1);
    }

    @Test
    void aMobileIsComparedByItsDigits() {
        applied(staged("2017-attack", ",INDIVIDUAL,見本 次郎,,b@mail.example,,,,090-0000-0001,APPLICANT,NAME"));
        applied(staged("2016-attack", "C9,INDIVIDUAL,見本 次郎,,,,,,09000000001,CURRENT,EMAIL"));
        assertThat(proposal().getList("alike")).containsExactly("MOBILE");
    }

    @Test
    void addressOrMobileTogetherWithTheNameSayEnough() {
        applied(staged(
                "2017-attack",
                ",INDIVIDUAL,見本 花子,,a@mail.example,,100-0001,見本区1-1,,APPLICANT,NAME",
                ",INDIVIDUAL,見本 次郎,,b@mail.example,,,,090-0000-0001,APPLICANT,NAME",
                "C7,INDIVIDUAL,見本 花子,,c@mail.example,,1000001,見本区１－１,,CURRENT,NAME",
                "C8,INDIVIDUAL,見本 次郎,,d@mail.example,,,,090-0000-0001,CURRENT,NAME"));
        assertThat(open())
                .extracting(proposal -> proposal.get("alike"))
                .containsExactlyInAnyOrder(List.of("ADDRESS"), List.of("MOBILE"));
    }

    @Test
    void aMergerIsAFactWithAnInstant() {
        applied(staged("2017-attack", APPLICANT));
        applied(staged("2017-attack", CUSTOMER));
        applied(staged("2016-attack", CUSTOMER));
        String before = now();
        String figures = figures("2016-attack", "2017-attack", before);
        String table = as("service")
                .get("/exposures/2017-attack/combinations?asOf=" + before)
                .asString();
        JsonPath decided =
                decide("officer", proposal(), "MERGE").statusCode(200).extract().jsonPath();
        assertThat(decided.getString("state")).isEqualTo("TO_MERGE");
        assertThat(persons("2016-attack", "2017-attack", now())).as("not yet").isEqualTo(2);
        release("approver", decided).statusCode(200).body("state", equalTo("MERGED"));
        assertThat(persons("2016-attack", "2017-attack", now())).isEqualTo(1);
        assertThat(strings("select mask::text from exposure where withdrawn_at is null and incident = '2017-attack'"))
                .as("the items of both")
                .containsExactly("5");
        assertThat(figures("2016-attack", "2017-attack", before)).isEqualTo(figures);
        assertThat(as("service")
                        .get("/exposures/2017-attack/combinations?asOf=" + before)
                        .asString())
                .isEqualTo(table);
        assertThat(open()).isEmpty();
        assertThat(staged("2017-attack", APPLICANT).getInt("unchanged"))
                .as("the applicant's row means the customer now")
                .isEqualTo(1);
    }

    @Test
    void aMergerTakesTwoPeopleAndAReason() {
        applied(staged("2017-attack", APPLICANT, CUSTOMER));
        JsonPath open = proposal();
        as("officer")
                .body(Map.of("decision", "MERGE", "reason", " "))
                .post("/recipients/merge-proposals/{id}/decision", open.getString("id"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        release("approver", open).statusCode(409).body("type", equalTo("urn:problem:illegal-transition"));
        JsonPath own = decide("approver", open, "MERGE").extract().jsonPath();
        release("approver", own).statusCode(403).body("type", equalTo("urn:problem:four-eyes"));
        release("officer", own).statusCode(403);
        release("approver2", open).statusCode(409).body("type", equalTo("urn:problem:changed-since"));
        applied(staged("2017-attack", "C7,INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,CURRENT,BIRTH_DATE"));
        release("approver2", own).statusCode(409).body("type", equalTo("urn:problem:changed-since"));
        release("approver2", proposal()).statusCode(200);
        as("auditor").get("/recipients/merge-proposals").then().statusCode(403);
        as("desk").get("/recipients/merge-proposals").then().statusCode(403);
    }

    @Test
    void whoeverIsKeptApartIsNotProposedAgain() {
        applied(staged("2017-attack", APPLICANT, CUSTOMER));
        JsonPath decided = decide("officer", proposal(), "KEEP_APART").extract().jsonPath();
        as("officer")
                .delete("/recipients/merge-proposals/{id}/decision", decided.getString("id"))
                .then()
                .body("state", equalTo("OPEN"));
        release(
                        "approver",
                        decide("officer", proposal(), "KEEP_APART").extract().jsonPath())
                .body("state", equalTo("KEPT_APART"));
        applied(staged("2016-attack", APPLICANT, CUSTOMER));
        assertThat(open()).isEmpty();
        assertThat(persons("2016-attack", "2017-attack", now())).isEqualTo(2);
        as("officer").get("/recipients/merge-proposals?state=KEPT_APART").then().body("items", hasSize(1));
    }

    @Test
    void whatCallersSaidUnderEitherNumberCountsForTheOne() {
        applied(staged("2017-attack", APPLICANT, CUSTOMER));
        String number = strings("select inquiry_number from recipient where customer_key is null")
                .get(0);
        release("approver", decide("officer", proposal(), "MERGE").extract().jsonPath())
                .statusCode(200);
        as("desk")
                .body(Map.of(
                        "receivedAt",
                        "2017-07-31T00:00:00Z",
                        "channel",
                        "TELEPHONE",
                        "kind",
                        "QUESTION",
                        "inquiryNumber",
                        number))
                .post("/inquiries")
                .then()
                .statusCode(201)
                .body("byRecipient", equalTo(true));
        as("desk")
                .body(Map.of("inquiryNumber", number, "reason", "お問い合わせ"))
                .post("/recipients/lookup")
                .then()
                .statusCode(200)
                .body("found", equalTo(1))
                .body("recipients[0].status", equalTo("CURRENT"));
    }

    @Test
    void nobodyIsMergedWithACustomerWhoCannotBeWrittenTo() {
        applied(staged(
                "2017-attack",
                ",INDIVIDUAL,見本 次郎,,b@mail.example,,,,090-0000-0001,APPLICANT,NAME",
                "C8,INDIVIDUAL,見本 次郎,,,,,,090-0000-0001,CURRENT,NAME"));
        JsonPath decided = decide("officer", proposal(), "MERGE").extract().jsonPath();
        release("approver", decided)
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"))
                .body("detail", containsString(decided.getString("customer.id")));
        assertThat(open()).as("still to be settled").hasSize(1);
    }

    @Test
    void onlyOnesOwnDecisionIsTakenBack() {
        applied(staged("2017-attack", APPLICANT, CUSTOMER));
        String id = proposal().getString("id");
        as("officer")
                .delete("/recipients/merge-proposals/{id}/decision", id)
                .then()
                .statusCode(409);
        decide("officer", proposal(), "MERGE").statusCode(200);
        as("officer2")
                .delete("/recipients/merge-proposals/{id}/decision", id)
                .then()
                .statusCode(403);
        assertThat(proposal().getString("state")).isEqualTo("TO_MERGE");
        as("officer")
                .delete("/recipients/merge-proposals/{id}/decision", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void aMergerIsToldOnceHoweverManyIncidentsItTouches() {
        applied(staged("2017-attack", APPLICANT, CUSTOMER));
        applied(staged("2016-attack", ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,APPLICANT,NAME"));
        int before = heard.mergers.get();
        release("approver", decide("officer", proposal(), "MERGE").extract().jsonPath())
                .statusCode(200);
        assertThat(heard.mergers.get() - before).isEqualTo(1);
    }

    private static List<Map<String, Object>> open() {
        return as("officer")
                .get("/recipients/merge-proposals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static JsonPath proposal() {
        List<Map<String, Object>> open = open();
        assertThat(open).hasSize(1);
        return as("officer")
                .get("/recipients/merge-proposals/{id}", open.get(0).get("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse decide(String user, JsonPath proposal, String decision) {
        return as(user).body(Map.of("decision", decision, "reason", "ご本人に確認"))
                .post("/recipients/merge-proposals/{id}/decision", proposal.getString("id"))
                .then();
    }

    private static ValidatableResponse release(String user, JsonPath proposal) {
        return as(user).body(Map.of("digest", proposal.getString("digest")))
                .post("/recipients/merge-proposals/{id}/approval", proposal.getString("id"))
                .then();
    }

    private static String figures(String one, String other, String asOf) {
        return as("service")
                .get("/figures?incident=" + one + "&incident=" + other + "&asOf=" + asOf)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static int persons(String one, String other, String asOf) {
        return JsonPath.from(figures(one, other, asOf)).getInt("union.recipients");
    }

    /** An instant that has passed when the next fact is recorded. */
    private String now() {
        return strings("select to_char(domain_now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }
}
