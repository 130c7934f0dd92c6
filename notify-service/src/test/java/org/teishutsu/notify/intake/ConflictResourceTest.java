package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.notify.IntakeFixture.application;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.correcting;
import static org.teishutsu.notify.IntakeFixture.looked;
import static org.teishutsu.notify.IntakeFixture.staged;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;

@QuarkusTest
@NotifyServiceTest
class ConflictResourceTest {

    private static final String INCIDENT = "2017-attack";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void whatWaitsIsDecidedAndCarriedOutByAnImportOfItsOwn() {
        JsonPath list = waiting();
        JsonPath carrier = decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "改姓"))
                .statusCode(201)
                .body("state", equalTo("STAGED"))
                .body("decides", equalTo(list.getString("id")))
                .body("by", equalTo("officer"))
                .body("changed", equalTo(1))
                .extract()
                .jsonPath();
        JsonPath both = decide(list, 2, Map.of("decision", "ANOTHER_PARTY", "reason", "ご家族"))
                .statusCode(201)
                .body("id", equalTo(carrier.getString("id")))
                .body("rows", equalTo(2))
                .body("new", equalTo(1))
                .extract()
                .jsonPath();
        JsonPath three = decide(list, 3, Map.of("decision", "DROP", "reason", "誤記"))
                .statusCode(201)
                .body("rejected", equalTo(1))
                .body("dropped", equalTo(1))
                .extract()
                .jsonPath();
        application("approver", both).statusCode(409).body("type", equalTo("urn:problem:changed-since"));
        assertThat(looked(list).getMap("decisions")).isEqualTo(Map.of("DECIDED", 3));
        assertThat(looked(list).getMap("waitingFor")).isEqualTo(Map.of("ITEMS_DIFFER", 2));
        application("officer", three).statusCode(403);
        JsonPath done = applied(three);
        assertThat(List.of(done.getInt("rows"), done.getInt("new"), done.getInt("changed"), done.getInt("rejected")))
                .containsExactly(3, 1, 1, 1);
        JsonPath original = looked(list);
        assertThat(original.getInt("waiting")).as("as it was applied").isEqualTo(5);
        assertThat(original.getMap("decisions")).isEqualTo(Map.of("APPLIED", 3));
        assertThat(strings("select mask::text from exposure where withdrawn_at is null order by mask"))
                .containsExactly("1", "4", "5");
        assertThat(strings("select count(*)::text from import_row")).containsExactly("2");
        assertThat(strings("select count(*)::text from recipient where identity_key is not null"))
                .containsExactly("2");
    }

    @Test
    void rowsThatAreOnePartyAreOneWithAllTheirItems() {
        JsonPath list = waiting();
        decide(list, 4, Map.of("decision", "SAME_PARTY", "reason", "二表に記載")).statusCode(201);
        JsonPath carrier = decide(list, 5, Map.of("decision", "SAME_PARTY", "reason", "二表に記載"))
                .statusCode(201)
                .body("new", equalTo(1))
                .body("duplicate", equalTo(1))
                .extract()
                .jsonPath();
        applied(carrier);
        assertThat(strings("select mask::text from exposure x join recipient r on r.id = x.recipient_id"
                        + " where x.import_id = '" + carrier.getString("id") + "'"))
                .containsExactly("5");
    }

    @Test
    void conflictsAreShownWithWhomTheyMayMeanAndPagedByRow() {
        JsonPath list = waiting();
        JsonPath page = as("officer")
                .get("/imports/{id}/conflicts?limit=2", list.getString("id"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].conflict", equalTo("NUMBER_OTHER_NAME"))
                .body("items[0].listed.contact.name", equalTo("改姓 一"))
                .body("items[0].candidates[0].contact.name", equalTo("見本 一"))
                .body("items[1].candidates[0].contact.name", equalTo("見本 花子"))
                .extract()
                .jsonPath();
        as("officer")
                .get("/imports/{id}/conflicts?limit=5&after={row}", list.getString("id"), page.getString("next"))
                .then()
                .body("items.row", equalTo(List.of(3, 4, 5)))
                .body("next", equalTo(null));
        as("auditor")
                .get("/imports/{id}/conflicts", list.getString("id"))
                .then()
                .statusCode(403);
        as("desk").get("/imports/{id}/conflicts", list.getString("id")).then().statusCode(403);
    }

    @Test
    void aDecisionCanBeTakenBackUntilItIsCarriedOut() {
        JsonPath list = waiting();
        decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "改姓")).statusCode(201);
        decide(list, 1, Map.of("decision", "DROP", "reason", "誤記"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:already-exists"));
        takeBack("officer2", list, 1).statusCode(403);
        takeBack("officer", list, 1).statusCode(200).body("state", equalTo("DISCARDED"));
        assertThat(looked(list).getMap("waitingFor"))
                .isEqualTo(Map.of("NUMBER_OTHER_NAME", 1, "EMAIL_OTHER_NAME", 2, "ITEMS_DIFFER", 2));
        JsonPath carrier = decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "改姓"))
                .statusCode(201)
                .extract()
                .jsonPath();
        applied(carrier);
        takeBack("officer", list, 1)
                .statusCode(409)
                .body("detail", containsString("import " + carrier.getString("id") + " is APPLIED"));
    }

    @Test
    void whoDiscardsTheImportOfDecisionsSetsTheirRowsWaitingAgain() {
        JsonPath list = waiting();
        JsonPath carrier = decide(list, 1, Map.of("decision", "DROP", "reason", "誤記"))
                .statusCode(201)
                .extract()
                .jsonPath();
        as("approver")
                .body(Map.of("reason", "もう一度"))
                .post("/imports/{id}/discard", carrier.getString("id"))
                .then()
                .statusCode(200);
        assertThat(looked(list).getMap("decisions")).isEmpty();
        decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "改姓")).statusCode(201);
    }

    @Test
    void aDecisionThatCannotBeCarriedOutIsRefused() {
        JsonPath staged = staged(INCIDENT, "C1,INDIVIDUAL,見本 一,,,,,,,CURRENT,NAME");
        decide(staged, 1, Map.of("decision", "DROP", "reason", "x")).statusCode(404);
        applied(staged);
        JsonPath list = applied(staged(INCIDENT, "C1,INDIVIDUAL,改姓 一,,,,,,,CURRENT,NAME"));
        decide(list, 1, Map.of("decision", "ANOTHER_PARTY", "reason", "別人"))
                .statusCode(400)
                .body("detail", containsString("no e-mail"));
        decide(list, 1, Map.of("decision", "SAME_PARTY")).statusCode(400).body("violations.field", hasItem("reason"));
        decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "x", "recipient", list.getString("id")))
                .statusCode(400)
                .body("violations.field", hasItem("recipient"));
        decide(list, 2, Map.of("decision", "DROP", "reason", "x")).statusCode(404);
    }

    @Test
    void whatAReplacingListSaysOfOnePartyBelongsTogetherHoweverItIsDecided() {
        String four = "C4,INDIVIDUAL,見本 四,,c4@mail.example,,,,,CURRENT,";
        applied(staged(INCIDENT, four + "NAME|BIRTH_DATE"));
        for (String first : List.of("NAME|BIRTH_DATE", "NAME")) {
            JsonPath list = applied(correcting("REPLACE", INCIDENT, four + first, four + "EMAIL"));
            assertThat(list.getInt("waiting")).isEqualTo(2);
            for (int row = 1; row <= 2; row++) {
                applied(decide(list, row, Map.of("decision", "SAME_PARTY", "reason", "二表に記載"))
                        .statusCode(201)
                        .extract()
                        .jsonPath());
            }
            assertThat(strings("select (select mask from exposure where withdrawn_at is null)"
                            + " = (select bit_or(1::bigint << bit) from leak_item where code = any(string_to_array('"
                            + first
                            + "|EMAIL', '|')))"))
                    .as(first)
                    .containsExactly("t");
        }
    }

    @Test
    void twoWhoDecideOnOneEMailMakeOneRecipient() {
        JsonPath list = twoNames();
        JsonPath one = same("officer", list, 1);
        JsonPath other = same("officer2", list, 2);
        applied(one);
        application("approver", other).statusCode(409).body("type", equalTo("urn:problem:changed-since"));
        applied(looked(other));
        assertThat(strings("select mask::text from exposure where withdrawn_at is null"))
                .containsExactly("5");
        assertThat(strings("select count(*)::text from recipient")).containsExactly("1");
    }

    @Test
    void aDecisionThatSeveralFitMeanwhileIsMadeAgain() {
        JsonPath carrier = same("officer", twoNames(), 1);
        applied(staged(
                INCIDENT,
                "C8,INDIVIDUAL,見本 八,,hanako@mail.example,,,,,CURRENT,NAME",
                "C9,INDIVIDUAL,見本 九,,hanako@mail.example,,,,,CURRENT,NAME"));
        application("approver", carrier)
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"))
                .body("detail", containsString("decide again"))
                .body("detail", containsString("1"));
    }

    @Test
    void whoWaitsForTheImportOfDecisionsHoldsNoStampMeanwhile() throws Exception {
        JsonPath list = waiting();
        JsonPath carrier = decide(list, 1, Map.of("decision", "DROP", "reason", "誤記"))
                .statusCode(201)
                .extract()
                .jsonPath();
        holdsNoStampWhileItWaits(
                "select from import where id = '" + carrier.getString("id") + "' for update",
                () -> decide(list, 2, Map.of("decision", "DROP", "reason", "誤記")),
                201);
    }

    @Test
    void whatADecisionComesToIsJudgedBeforeItIsStamped() throws Exception {
        JsonPath list = waiting();
        String judging = "lock table import_verdict in exclusive mode";
        holdsNoStampWhileItWaits(judging, () -> decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "改姓")), 201);
        decide(list, 2, Map.of("decision", "DROP", "reason", "誤記")).statusCode(201);
        holdsNoStampWhileItWaits(judging, () -> takeBack("officer", list, 1), 200);
        assertThat(strings("select distinct (recorded_at > timestamptz '2000-01-01'"
                        + " and (taken_back_at is null or taken_back_at >= recorded_at))::text from import_decision"
                        + " union select (received_at > timestamptz '2000-01-01')::text from import"))
                .containsExactly("true");
    }

    private void holdsNoStampWhileItWaits(String lock, Supplier<ValidatableResponse> call, int status)
            throws Exception {
        String waits =
                "select pid::text from pg_stat_activity where wait_event_type = 'Lock' and query like '%import%'";
        try (Connection other = dataSource.getConnection();
                Statement hold = other.createStatement()) {
            other.setAutoCommit(false);
            hold.execute(lock);
            CompletableFuture<Integer> answer =
                    CompletableFuture.supplyAsync(() -> call.get().extract().statusCode());
            while (strings(waits).isEmpty() && !answer.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(strings("select l.objid::text from pg_locks l where l.locktype = 'advisory'"
                            + " and l.classid = 0 and l.objid = 20170728 and l.pid::text in (" + waits + ")"))
                    .isEmpty();
            assertThat(answer.isDone()).isFalse();
            other.rollback();
            assertThat(answer.get()).isEqualTo(status);
        }
    }

    @Test
    void manyRowsAreDecidedOnInOneCall() {
        JsonPath list = waiting();
        JsonPath carrier = decideAll(
                        list,
                        "名寄せの結果",
                        Map.of("row", 1, "decision", "SAME_PARTY"),
                        Map.of("row", 2, "decision", "ANOTHER_PARTY"),
                        Map.of("row", 3, "decision", "DROP", "reason", "誤記"),
                        Map.of("row", 4, "decision", "SAME_PARTY"),
                        Map.of("row", 5, "decision", "SAME_PARTY"))
                .statusCode(201)
                .body("decides", equalTo(list.getString("id")))
                .body("rows", equalTo(5))
                .body("new", equalTo(2))
                .body("changed", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("dropped", equalTo(1))
                .extract()
                .jsonPath();
        assertThat(strings("select reason from import_decision order by row_no"))
                .containsExactly("名寄せの結果", "名寄せの結果", "誤記", "名寄せの結果", "名寄せの結果");
        assertThat(strings("select count(distinct recorded_at)::text from (select recorded_at from import_decision"
                        + " union select received_at from import where decides is not null) stamps"))
                .containsExactly("1");
        applied(carrier);
        assertThat(looked(list).getMap("decisions")).isEqualTo(Map.of("APPLIED", 5));
    }

    @Test
    void ofManyDecisionsAllAreTakenOrNone() {
        JsonPath list = waiting();
        Map<String, Object> good = Map.of("row", 1, "decision", "SAME_PARTY");
        decideAll(list, "x", good, Map.of("row", 2, "decision", "DROP", "recipient", list.getString("id")))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("decisions[1].recipient")));
        decideAll(list, "x", good, Map.of("row", 1, "decision", "DROP"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("decisions[1].row")));
        decideAll(list, "", good, Map.of("row", 2, "decision", "DROP", "reason", "誤記"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("decisions[0].reason")));
        decideAll(list, "x", good, Map.of("row", 8, "decision", "DROP"))
                .statusCode(404)
                .body("detail", containsString("8"));
        decideAll(list, "x").statusCode(400);
        assertThat(strings("select count(*)::text from import_decision")).containsExactly("0");
        assertThat(strings("select count(*)::text from import where decides is not null"))
                .containsExactly("0");
        decideAll(list, "x", good).statusCode(201);
        decideAll(list, "x", good, Map.of("row", 2, "decision", "DROP"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:already-exists"))
                .body("detail", containsString("1 by officer"));
    }

    @Test
    void aWithdrawalOfSomebodyUnknownIsDroppedOrMeansWhoHasComeIntoTheLedgerSince() {
        String c9 = "C9,INDIVIDUAL,見本 九,,c9@mail.example,,,,,CURRENT,";
        applied(staged(INCIDENT, "C1,INDIVIDUAL,見本 一,,c1@mail.example,,,,,CURRENT,NAME"));
        JsonPath list = applied(
                correcting("WITHDRAW", INCIDENT, c9 + "NAME", "C8,INDIVIDUAL,見本 八,,c8@mail.example,,,,,CURRENT,NAME"));
        assertThat(list.getMap("waitingFor")).isEqualTo(Map.of("UNKNOWN_PARTY", 2));
        decide(list, 1, Map.of("decision", "ANOTHER_PARTY", "reason", "別人"))
                .statusCode(400)
                .body("violations.field", hasItem("decision"));
        decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "同じ方"))
                .statusCode(400)
                .body("violations.field", hasItem("recipient"));
        applied(staged(INCIDENT, c9 + "NAME"));
        decide(list, 1, Map.of("decision", "SAME_PARTY", "reason", "同じ方"))
                .statusCode(201)
                .body("changed", equalTo(1))
                .body("ended", equalTo(1));
        JsonPath carrier = decide(list, 2, Map.of("decision", "DROP", "reason", "番号の誤記"))
                .statusCode(201)
                .body("dropped", equalTo(1))
                .extract()
                .jsonPath();
        applied(carrier);
        assertThat(strings("select reason || ' ' || (withdrawn_by = '" + carrier.getString("id")
                        + "') from exposure where withdrawn_at is not null"))
                .containsExactly("WITHDRAWN true");
        assertThat(strings("select count(*)::text from recipient"))
                .as("a withdrawal makes nobody")
                .containsExactly("2");
        assertThat(strings("select count(*)::text from import_row")).containsExactly("0");
    }

    @Test
    void whatAReplacingListSaidWithoutChangingAnythingIsNotTakenBackByADecision() {
        String c1 = "C1,INDIVIDUAL,見本 一,,c1@mail.example,,,,,CURRENT,";
        applied(staged(INCIDENT, c1 + "NAME"));
        JsonPath list = applied(correcting(
                "REPLACE",
                INCIDENT,
                c1 + "NAME",
                ",INDIVIDUAL,見本 壱,,c1@mail.example,,,,,CURRENT,EMAIL",
                ",INDIVIDUAL,見本 弌,,c1@mail.example,,,,,CURRENT,NAME"));
        assertThat(List.of(list.getInt("unchanged"), list.getInt("waiting"))).containsExactly(1, 2);
        applied(same("officer", list, 3));
        applied(same("officer", list, 2));
        assertThat(strings("select mask::text from exposure where withdrawn_at is null"))
                .containsExactly("5");
    }

    /** Applied but for two rows of one e-mail and two names, which nobody in the ledger has. */
    private static JsonPath twoNames() {
        return applied(staged(
                INCIDENT,
                ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,APPLICANT,NAME",
                ",INDIVIDUAL,見本 はな,,hanako@mail.example,,,,,APPLICANT,EMAIL"));
    }

    private static JsonPath same(String user, JsonPath list, int row) {
        return decide(user, list, row, Map.of("decision", "SAME_PARTY", "reason", "同じ方"))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Applied but for five rows: another name under a number and twice under an e-mail, and one party twice. */
    private static JsonPath waiting() {
        applied(staged(
                INCIDENT,
                "C1,INDIVIDUAL,見本 一,,c1@mail.example,,,,,CURRENT,NAME",
                ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,APPLICANT,NAME"));
        JsonPath list = applied(staged(
                INCIDENT,
                "C1,INDIVIDUAL,改姓 一,,c1@mail.example,,,,,CURRENT,EMAIL",
                ",INDIVIDUAL,見本 次郎,,hanako@mail.example,,,,,APPLICANT,EMAIL",
                ",INDIVIDUAL,見本 三郎,,hanako@mail.example,,,,,APPLICANT,EMAIL",
                "C4,INDIVIDUAL,見本 四,,c4@mail.example,,,,,CURRENT,NAME",
                "C4,INDIVIDUAL,見本 四,,c4@mail.example,,,,,CURRENT,EMAIL"));
        assertThat(list.getInt("waiting")).isEqualTo(5);
        return list;
    }

    private static ValidatableResponse decide(JsonPath list, int row, Map<String, String> decision) {
        return decide("officer", list, row, decision);
    }

    private static ValidatableResponse decide(String user, JsonPath list, int row, Map<String, String> decision) {
        return as(user).body(new HashMap<>(decision))
                .post("/imports/{id}/conflicts/{row}/decision", list.getString("id"), row)
                .then();
    }

    private static ValidatableResponse decideAll(JsonPath list, String reason, Map<?, ?>... decisions) {
        return as("officer")
                .body(Map.of("decisions", List.of(decisions), "reason", reason))
                .post("/imports/{id}/conflicts/decisions", list.getString("id"))
                .then();
    }

    private static ValidatableResponse takeBack(String user, JsonPath list, int row) {
        return as(user).delete("/imports/{id}/conflicts/{row}/decision", list.getString("id"), row)
                .then();
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }
}
