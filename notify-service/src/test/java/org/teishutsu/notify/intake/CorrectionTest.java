package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.correcting;
import static org.teishutsu.notify.IntakeFixture.handedIn;
import static org.teishutsu.notify.IntakeFixture.staged;

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

/** Lists that add to, replace or take back what earlier ones said. */
@QuarkusTest
@NotifyServiceTest
class CorrectionTest {

    private static final String INCIDENT = "2017-attack";
    private static final String C1 = "C1,INDIVIDUAL,見本 一,,c1@mail.example,,,,,CURRENT,";
    private static final String C2 = "C2,INDIVIDUAL,見本 二,,c2@mail.example,,,,,CURRENT,";
    private static final String C3 = "C3,INDIVIDUAL,見本 三,,c3@mail.example,,,,,CURRENT,";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void addingNeverTakesAnItemBack() {
        applied(staged(INCIDENT, C1 + "NAME|EMAIL"));
        JsonPath more = staged(INCIDENT, C1 + "BIRTH_DATE");
        assertThat(more.getInt("changed")).isEqualTo(1);
        assertThat(more.getList("after.combinations[0].items", String.class))
                .containsExactlyInAnyOrder("NAME", "EMAIL", "BIRTH_DATE");
        applied(more);
        JsonPath less = staged(INCIDENT, C1 + "NAME");
        assertThat(less.getInt("unchanged")).isEqualTo(1);
        applied(less);
        assertThat(combinations("")).isEqualTo(Map.of("BIRTH_DATE|EMAIL|NAME", 1));
    }

    @Test
    void replacingMakesTheItemsExactlyTheseOfWhomTheListNamesAndNobodyElse() {
        applied(staged(INCIDENT, C1 + "NAME|EMAIL", C2 + "NAME|EMAIL"));
        JsonPath list = correcting("REPLACE", INCIDENT, C1 + "NAME", C3 + "EMAIL");
        assertThat(list.getString("mode")).isEqualTo("REPLACE");
        assertThat(list.getString("reason")).isEqualTo("調査の結果");
        assertThat(List.of(list.getInt("changed"), list.getInt("new"), list.getInt("newRecipients")))
                .containsExactly(1, 1, 1);
        applied(list);
        assertThat(combinations("")).isEqualTo(Map.of("NAME", 1, "EMAIL|NAME", 1, "EMAIL", 1));
        assertThat(strings("select reason || ' ' || (withdrawn_by = '" + list.getString("id")
                        + "') from exposure where withdrawn_at is not null"))
                .containsExactly("REPLACED true");
    }

    @Test
    void withdrawingTakesItemsBackAndWhoHasNoneLeftOutOfTheIncident() {
        applied(staged(INCIDENT, C1 + "NAME|EMAIL", C2 + "NAME|EMAIL"));
        JsonPath list = correcting("WITHDRAW", INCIDENT, C1 + "NAME|EMAIL", C2 + "EMAIL", C3 + "NAME");
        assertThat(List.of(list.getInt("changed"), list.getInt("ended"), list.getInt("waiting")))
                .containsExactly(2, 1, 1);
        assertThat(list.getMap("waitingFor")).isEqualTo(Map.of("UNKNOWN_PARTY", 1));
        assertThat(List.of(list.getInt("before.exposures"), list.getInt("after.exposures")))
                .containsExactly(2, 1);
        applied(list);
        assertThat(combinations("")).isEqualTo(Map.of("NAME", 1));
        assertThat(strings("select count(*)::text from recipient"))
                .as("a withdrawal makes nobody")
                .containsExactly("2");
        JsonPath again = correcting("WITHDRAW", INCIDENT, C1 + "NAME|EMAIL", C2 + "EMAIL", C3 + "NAME");
        assertThat(List.of(again.getInt("unchanged"), again.getInt("waiting"))).containsExactly(2, 1);
    }

    @Test
    void aCorrectionNeedsAReason() {
        for (String mode : List.of("REPLACE", "WITHDRAW")) {
            handedIn(INCIDENT, Map.of("mode", mode), C1 + "NAME")
                    .statusCode(400)
                    .body("violations.field", hasItem("reason"));
        }
        handedIn(INCIDENT, Map.of("mode", "REMOVE", "reason", "x"), C1 + "NAME")
                .statusCode(400)
                .body("violations.field", hasItem("mode"));
        as("auditor").get("/imports").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void aListAfterTheFirstThatIsAppliedNeedsAReason() {
        JsonPath first = handedIn(INCIDENT, Map.of(), C1 + "NAME")
                .statusCode(201)
                .extract()
                .jsonPath();
        handedIn(INCIDENT, Map.of(), C2 + "NAME").statusCode(201);
        applied(first);
        handedIn(INCIDENT, Map.of("reason", " "), C3 + "NAME")
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        assertThat(strings("select count(*) from import"))
                .as("nothing of it stays")
                .containsExactly("2");
        handedIn("2016-attack", Map.of(), C3 + "NAME").statusCode(201);
        handedIn(INCIDENT, Map.of("reason", "別の記録から判明"), C3 + "NAME")
                .statusCode(201)
                .body("mode", equalTo("ADD"))
                .body("reason", equalTo("別の記録から判明"));
    }

    @Test
    void whatWasSaidForAnEarlierInstantStaysByteForByte() {
        applied(staged(INCIDENT, C1 + "NAME|EMAIL", C2 + "NAME|EMAIL", C3 + "NAME"));
        String between = now();
        String table = text("/exposures/" + INCIDENT + "/combinations?asOf=" + between);
        String figures = text("/figures?incident=" + INCIDENT + "&asOf=" + between);
        applied(correcting("REPLACE", INCIDENT, C1 + "BIRTH_DATE"));
        applied(correcting("WITHDRAW", INCIDENT, C2 + "NAME|EMAIL"));
        applied(staged(INCIDENT, C3 + "EMAIL"));
        assertThat(combinations("")).isEqualTo(Map.of("BIRTH_DATE", 1, "EMAIL|NAME", 1));
        assertThat(text("/exposures/" + INCIDENT + "/combinations?asOf=" + between))
                .isEqualTo(table);
        assertThat(text("/figures?incident=" + INCIDENT + "&asOf=" + between)).isEqualTo(figures);
    }

    /** An instant that has passed when the next fact is recorded. */
    private String now() {
        return strings("select to_char(domain_now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
    }

    private static String text(String path) {
        return as("service").get(path).then().statusCode(200).extract().asString();
    }

    private static Map<String, Integer> combinations(String query) {
        JsonPath table = JsonPath.from(text("/exposures/" + INCIDENT + "/combinations" + query));
        List<List<String>> items = table.getList("combinations.items");
        List<Integer> exposures = table.getList("combinations.exposures");
        Map<String, Integer> counts = new java.util.HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            counts.put(String.join("|", items.get(i).stream().sorted().toList()), exposures.get(i));
        }
        return counts;
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }
}
