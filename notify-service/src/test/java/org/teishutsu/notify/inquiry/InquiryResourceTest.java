package org.teishutsu.notify.inquiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;

@QuarkusTest
@NotifyServiceTest
class InquiryResourceTest {

    @Inject
    DataSource dataSource;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void theDeskLogsAnInquiry() {
        String id = log("\"answeredAt\":\"2017-08-02T01:30:00Z\",\"finding\":\"ALLEGED\"")
                .statusCode(201)
                .header("Location", notNullValue())
                .body("by", equalTo("desk"))
                .body("recordedAt", notNullValue())
                .body("byRecipient", equalTo(false))
                .extract()
                .path("id");
        as("auditor").get("/inquiries/" + id).then().statusCode(200).body("finding", equalTo("ALLEGED"));
        as("auditor").get("/inquiries").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void aCallerWithANumberIsARecipient() {
        InquiryNumber number = InquiryNumber.random(new SecureRandom());
        LedgerFixture.execute(dataSource, """
                insert into import (id, incident, state, received_at, received_by)
                    values ('00000000-0000-7000-8000-000000000001', '2017-attack', 'RECEIVING', now(), 'officer');
                insert into recipient (id, party, status, customer_key, name_key, name_tag, contact, has_address,
                        inquiry_number, recorded_at, import_id)
                    values ('00000000-0000-7000-8000-000000000002', 'INDIVIDUAL', 'CURRENT', 'x', 'x', 0, '', false, '%s', now(),
                        '00000000-0000-7000-8000-000000000001')
                """.formatted(number.text()));
        log("\"inquiryNumber\":\"%s\"".formatted(number.text().replace("-", " ").toLowerCase(java.util.Locale.ROOT)))
                .statusCode(201)
                .body("byRecipient", equalTo(true));
        assertThat(LedgerFixture.strings(dataSource, "select recipient_id from inquiry"))
                .containsExactly("00000000-0000-7000-8000-000000000002");
        log("\"inquiryNumber\":\"%s\""
                        .formatted(InquiryNumber.random(new SecureRandom()).text()))
                .statusCode(400)
                .body("violations.field", hasItem("inquiryNumber"));
    }

    @Test
    void aLaterFindingFollowsTheFirstEntry() {
        String first = log("\"finding\":\"ALLEGED\"").statusCode(201).extract().path("id");
        String second = log("\"finding\":\"RULED_OUT\",\"follows\":\"%s\"".formatted(first))
                .statusCode(201)
                .extract()
                .path("id");
        log("\"follows\":\"%s\"".formatted(second)).statusCode(400).body("violations.field", hasItem("follows"));
        log("\"follows\":\"%s\"".formatted(UUID.randomUUID())).statusCode(400);
    }

    @Test
    void whatCannotBeIsRefused() {
        log("\"answeredAt\":\"2017-08-01T00:00:00Z\"").statusCode(400).body("violations.field", hasItem("answeredAt"));
        log("\"answeredAt\":\"2999-08-01T00:00:00Z\"").statusCode(400);
        as("desk")
                .contentType("application/json")
                .body(body("").replace("QUESTION", "PRAISE"))
                .post("/inquiries")
                .then()
                .statusCode(400);
        as("desk")
                .contentType("application/json")
                .body("{}")
                .post("/inquiries")
                .then()
                .statusCode(400)
                .body("violations", hasSize(3));
        as("officer")
                .contentType("application/json")
                .body("{}")
                .post("/inquiries")
                .then()
                .statusCode(403);
        as("service").get("/inquiries").then().statusCode(403);
        as("desk").get("/inquiries/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatWasAskedAndAnsweredIsSealedAndReadByTheDesk() {
        String first = log("\"asked\":\"見本 一子は対象か\"").statusCode(201).extract().path("id");
        log("\"answeredAt\":\"2017-08-02T02:00:00Z\",\"answered\":\"折り返して回答\",\"follows\":\"%s\"".formatted(first))
                .statusCode(201);
        log("\"finding\":\"ALLEGED\"").statusCode(201);
        log("\"answered\":\"いつ\"").statusCode(400).body("violations.field", hasItem("answered"));
        as("desk")
                .get("/inquiries/{id}/log", first)
                .then()
                .statusCode(200)
                .body("items.asked", equalTo(java.util.Arrays.asList("見本 一子は対象か", null)))
                .body("items.answered", equalTo(java.util.Arrays.asList(null, "折り返して回答")))
                .body("items.inquiry.id", hasItem(first));
        as("auditor").get("/inquiries/{id}/log", first).then().statusCode(403);
        as("desk").get("/inquiries/{id}/log", UUID.randomUUID()).then().statusCode(404);
        assertThat(LedgerFixture.strings(dataSource, "select i::text from inquiry i"))
                .noneMatch(row -> row.contains("一子"));
    }

    @Test
    void anIdentityCheckOfAnInquiryIsThisUsersAndOfTheCaller() {
        org.teishutsu.notify.SendingFixture.affected(
                "2017-attack",
                java.util.List.of(
                        org.teishutsu.notify.SendingFixture.customer("I1", "i1@example.jp", "NAME"),
                        org.teishutsu.notify.SendingFixture.customer("I2", "i2@example.jp", "NAME")));
        String check = org.teishutsu.notify.ReachFixture.check("I1");
        log("\"identityCheck\":\"%s\"".formatted(check)).statusCode(201).body("identityShown", equalTo(true));
        log("\"identityCheck\":\"%s\"".formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", hasItem("identityCheck"));
        String other = LedgerFixture.strings(
                        dataSource,
                        "select inquiry_number from recipient where id = '"
                                + org.teishutsu.notify.ReachFixture.recipient("I2") + "'")
                .get(0);
        log("\"identityCheck\":\"%s\",\"inquiryNumber\":\"%s\"".formatted(check, other))
                .statusCode(400);
    }

    @Test
    void theSameKeyLogsOnce() {
        for (int i = 0; i < 2; i++) {
            as("desk")
                    .header("Idempotency-Key", "call-1")
                    .contentType("application/json")
                    .body(body(""))
                    .post("/inquiries")
                    .then()
                    .statusCode(201);
        }
        assertThat(LedgerFixture.strings(dataSource, "select id from inquiry")).hasSize(1);
    }

    private static ValidatableResponse log(String more) {
        return as("desk")
                .contentType("application/json")
                .body(body("," + more))
                .post("/inquiries")
                .then();
    }

    private static String body(String more) {
        return "{\"receivedAt\":\"2017-08-02T01:00:00Z\",\"channel\":\"TELEPHONE\",\"kind\":\"QUESTION\"" + more + "}";
    }

    private static io.restassured.specification.RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test");
    }
}
