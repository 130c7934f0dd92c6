package org.teishutsu.notify.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.staged;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
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
import org.teishutsu.testing.LogCapture;

@QuarkusTest
@NotifyServiceTest
class LookupResourceTest {

    @Inject
    DataSource dataSource;

    @BeforeEach
    void twoPeople() {
        LedgerFixture.empty(dataSource);
        applied(staged(
                "2017-attack",
                "C70001,INDIVIDUAL,見本 花子,,hanako@mail.example,,100-0001,見本区1-1,090-0000-0001,CURRENT,NAME|EMAIL",
                "C70002,INDIVIDUAL,見本 次郎,,hanako@mail.example,,100-0001,見本区1-1,,CURRENT,NAME"));
    }

    @Test
    void aCallerIsFoundInFourWaysAndShownMasked() {
        for (Map<String, String> way : List.of(
                Map.of("customerNumber", "C70001"),
                Map.of("inquiryNumber", inquiryNumber("C70001").toLowerCase().replace("-", " ")),
                Map.of("name", "見本　花子", "postalCode", "1000001"))) {
            String body = lookUp(way)
                    .statusCode(200)
                    .body("found", equalTo(1))
                    .body("recipients[0].contact.name", equalTo("見***"))
                    .body("recipients[0].contact.customerNumber", equalTo("***01"))
                    .body("recipients[0].contact.email", equalTo("h***@***"))
                    .body("recipients[0].canBeCalledBack", equalTo(true))
                    .extract()
                    .asString();
            assertThat(body)
                    .doesNotContain("花子")
                    .doesNotContain("hanako")
                    .doesNotContain("見本区")
                    .doesNotContain("NAME");
        }
        lookUp(Map.of("email", "Hanako@mail.example")).body("found", equalTo(2));
        lookUp(Map.of("customerNumber", "C99999")).statusCode(200).body("found", equalTo(0));
        lookUp(Map.of("inquiryNumber", "0000000001")).body("found", equalTo(0));
    }

    @Test
    void aCustomerNumberIsOneInAnySpelling() {
        applied(staged("2017-attack", "Ｃ−８０１,INDIVIDUAL,見本 三郎,,,,,,,CURRENT,NAME"));
        JsonPath again = staged("2016-attack", "c-801,INDIVIDUAL,見本 三郎,,,,,,,CURRENT,NAME");
        assertThat(again.getInt("knownRecipients")).isEqualTo(1);
        for (String written : List.of("C-801", "c-801", "Ｃ－８０１", "Ｃ−８０１", "C\u2010801")) {
            lookUp(Map.of("customerNumber", written)).body("found", equalTo(1));
        }
        lookUp(Map.of("customerNumber", "C801")).body("found", equalTo(0));
    }

    @Test
    void emptyFieldsOfAFormAreNoWay() {
        lookUp(Map.of("customerNumber", "", "email", "hanako@mail.example", "inquiryNumber", " "))
                .statusCode(200)
                .body("found", equalTo(2));
        lookUp(Map.of("customerNumber", "", "email", " ", "name", "見本 花子", "postalCode", "100-0001"))
                .statusCode(200)
                .body("found", equalTo(1));
        lookUp(Map.of("customerNumber", "C70001", "name", "", "postalCode", "")).body("found", equalTo(1));
        lookUp(Map.of("customerNumber", "", "email", " ")).statusCode(400);
    }

    @Test
    void aLookUpNeedsOneWayAndAReason() {
        lookUp(Map.of()).statusCode(400);
        lookUp(Map.of("name", "見本 花子")).statusCode(400);
        lookUp(Map.of("customerNumber", "C70001", "email", "hanako@mail.example"))
                .statusCode(400);
        as("desk")
                .body(Map.of("customerNumber", "C70001"))
                .post("/recipients/lookup")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        for (String user : List.of("officer", "approver", "auditor", "service")) {
            as(user).body(Map.of("customerNumber", "C70001", "reason", "x"))
                    .post("/recipients/lookup")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void everyLookUpIsLoggedForTheAuditorAndNobodyIsNamed() {
        try (LogCapture log = new LogCapture()) {
            lookUp(Map.of("email", "hanako@mail.example")).statusCode(200);
            lookUp(Map.of("name", "不在 太郎", "postalCode", "100-0001")).statusCode(200);
            assertThat(log.text()).doesNotContain("hanako").doesNotContain("不在");
        }
        as("auditor")
                .get("/recipients/lookups")
                .then()
                .statusCode(200)
                .body("items.found", equalTo(List.of(2, 0)))
                .body("items.way", equalTo(List.of("EMAIL", "NAME_AND_POSTAL_CODE")))
                .body("items.by", equalTo(List.of("desk", "desk")))
                .body("items[0].reason", equalTo("お問い合わせ"))
                .body(not(containsString("hanako")));
        as("desk").get("/recipients/lookups").then().statusCode(403);
        assertThat(LedgerFixture.strings(dataSource, "select l::text from lookup l"))
                .noneMatch(row -> row.contains("hanako") || row.contains("不在"));
    }

    @Test
    void itemsAreToldOnlyAfterTheIdentityCheck() {
        JsonPath found = lookUp(Map.of("customerNumber", "C70001")).extract().jsonPath();
        String recipient = found.getString("recipients[0].id");
        leaked(recipient, UUID.randomUUID().toString()).statusCode(409).body("type", equalTo("urn:problem:not-ready"));
        JsonPath failed = check(found, recipient, "CALL_BACK", null, false)
                .statusCode(201)
                .body("leaked", hasSize(0))
                .extract()
                .jsonPath();
        leaked(recipient, failed.getString("id")).statusCode(409);
        JsonPath passed = check(found, recipient, "CALL_BACK", null, true)
                .statusCode(201)
                .body("leaked[0].incident", equalTo("2017-attack"))
                .body("leaked[0].items.code", equalTo(List.of("NAME", "EMAIL")))
                .body("leaked[0].items[0].label", equalTo("氏名"))
                .extract()
                .jsonPath();
        leaked(recipient, passed.getString("id")).statusCode(200).body("leaked[0].items", hasSize(2));
        as("officer")
                .get("/recipients/{id}/leaked?identityCheck={check}", recipient, passed.getString("id"))
                .then()
                .statusCode(403);
    }

    @Test
    void whatHasLeakedProvesNothing() {
        JsonPath found = lookUp(Map.of("customerNumber", "C70001")).extract().jsonPath();
        String recipient = found.getString("recipients[0].id");
        check(found, recipient, "UNLEAKED_ITEM", "EMAIL", true)
                .statusCode(400)
                .body("detail", containsString("proves nothing"));
        check(found, recipient, "UNLEAKED_ITEM", null, true).statusCode(400);
        check(found, recipient, "UNLEAKED_ITEM", "SHOE_SIZE", true).statusCode(400);
        check(found, recipient, "UNLEAKED_ITEM", "BIRTH_DATE", true).statusCode(201);
        JsonPath other = lookUp(Map.of("customerNumber", "C70002")).extract().jsonPath();
        check(other, recipient, "CALL_BACK", null, true).statusCode(400).body("detail", containsString("did not find"));
        check(other, other.getString("recipients[0].id"), "CALL_BACK", null, true)
                .statusCode(400)
                .body("detail", containsString("no number"));
        assertThat(LedgerFixture.strings(dataSource, "select method || passed from identity_check"))
                .containsExactly("UNLEAKED_ITEMtrue");
    }

    @Test
    void whoeverIsMergedDuringTheCallIsAskedAndToldAsTheOneHeIs() {
        applied(staged("2017-attack", ",INDIVIDUAL,見本 花子,,hanako@mail.example,,,,,APPLICANT,ADDRESS"));
        JsonPath found =
                lookUp(Map.of("email", "hanako@mail.example")).extract().jsonPath();
        String applicant = LedgerFixture.strings(dataSource, "select id from recipient where customer_key is null")
                .get(0);
        merge();
        check(found, applicant, "UNLEAKED_ITEM", "EMAIL", true)
                .statusCode(400)
                .body("detail", containsString("proves nothing"));
        check(found, applicant, "UNLEAKED_ITEM", "BIRTH_DATE", true)
                .statusCode(201)
                .body("leaked[0].items.code", hasItems("NAME", "EMAIL", "ADDRESS"));
    }

    private static void merge() {
        String proposals = "/recipients/merge-proposals";
        String id = as("officer").get(proposals).jsonPath().getString("items[0].id");
        String digest = as("officer")
                .body(Map.of("decision", "MERGE", "reason", "ご本人に確認"))
                .post(proposals + "/{id}/decision", id)
                .jsonPath()
                .getString("digest");
        as("approver")
                .body(Map.of("digest", digest))
                .post(proposals + "/{id}/approval", id)
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheLookUpWasMadeWithProvesNothing() {
        applied(staged(
                "2017-attack",
                "C70009,INDIVIDUAL,見本 四郎,,shiro@mail.example,,100-0009,見本区9,,CURRENT,SEX|BIRTH_DATE|MOBILE_PHONE"));
        Map<Map<String, String>, List<String>> told = Map.of(
                Map.of("name", "見本 四郎", "postalCode", "100-0009"),
                List.of("NAME", "NAME_KANA", "ADDRESS"),
                Map.of("email", "shiro@mail.example"),
                List.of("EMAIL"),
                Map.of("customerNumber", "C70009"),
                List.of("CUSTOMER_ID"));
        for (Map.Entry<Map<String, String>, List<String>> way : told.entrySet()) {
            JsonPath found = lookUp(way.getKey()).extract().jsonPath();
            String recipient = found.getString("recipients[0].id");
            for (String item : way.getValue()) {
                check(found, recipient, "UNLEAKED_ITEM", item, true)
                        .statusCode(400)
                        .body("detail", containsString("proves nothing"));
            }
            for (String follows : List.of("AGE", "PHONE")) {
                check(found, recipient, "UNLEAKED_ITEM", follows, true)
                        .statusCode(400)
                        .body("detail", containsString("proves nothing"));
            }
            check(found, recipient, "UNLEAKED_ITEM", "SURVEY", true).statusCode(201);
        }
        JsonPath byEmail =
                lookUp(Map.of("email", "shiro@mail.example")).extract().jsonPath();
        check(byEmail, byEmail.getString("recipients[0].id"), "UNLEAKED_ITEM", "ADDRESS", true)
                .statusCode(201);
    }

    private String inquiryNumber(String customer) {
        JsonPath found = lookUp(Map.of("customerNumber", customer)).extract().jsonPath();
        return LedgerFixture.strings(
                        dataSource,
                        "select inquiry_number from recipient where id = '" + found.getString("recipients[0].id") + "'")
                .get(0);
    }

    private static ValidatableResponse lookUp(Map<String, String> way) {
        Map<String, String> body = new HashMap<>(way);
        body.put("reason", "お問い合わせ");
        return as("desk").body(body).post("/recipients/lookup").then();
    }

    private static ValidatableResponse check(
            JsonPath lookup, String recipient, String method, String item, boolean passed) {
        Map<String, Object> body = new HashMap<>();
        body.put("lookup", lookup.getString("id"));
        body.put("method", method);
        body.put("passed", passed);
        if (item != null) {
            body.put("item", item);
        }
        return as("desk")
                .body(body)
                .post("/recipients/{id}/identity-checks", recipient)
                .then();
    }

    private static ValidatableResponse leaked(String recipient, String check) {
        return as("desk")
                .get("/recipients/{id}/leaked?identityCheck={check}", recipient, check)
                .then();
    }
}
