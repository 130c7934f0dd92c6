package org.teishutsu.notify.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

@QuarkusTest
@NotifyServiceTest
class ToldContactTest {

    private static final String ROW = "L1,INDIVIDUAL,見本 一子,,l1@example.jp,2010-01-01,100-0001,見本区1,,CURRENT,NAME";
    private static final String SAME = "L2,INDIVIDUAL,見本 二子,,l2@example.jp,2010-01-01,100-0002,見本区2,,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @BeforeEach
    void twoLists() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2017-attack", List.of(ROW, SAME));
        SendingFixture.affected(
                "2016-attack",
                List.of(
                        ROW.replace("100-0001,見本区1,", "200-0001,架空市1,090-1111-0001")
                                .replace("l1@", "moved1@"),
                        SAME.replace("100-0002,見本区2", ",")));
    }

    private static ValidatableResponse told() {
        return as("desk").get("/contact-changes/told").then().statusCode(200);
    }

    @Test
    void whatALaterListTellsOtherwiseIsProposedAndReleasedLikeAnyChange() {
        told().body("items", hasSize(1))
                .body("items[0].recipient", equalTo(recipient("L1")))
                .body("items[0].fields", equalTo(List.of("EMAIL", "ADDRESS", "MOBILE")))
                .body("items[0].told.address", equalTo("架空市1"))
                .body("items[0].current.address", equalTo("見本区1"));
        String id = post(
                        "officer",
                        "/contact-changes/told/{r}",
                        Map.of("fields", List.of("ADDRESS", "MOBILE"), "ground", "後日の一覧の方が新しい"),
                        recipient("L1"))
                .statusCode(201)
                .body("source", equalTo("LATER_LIST"))
                .extract()
                .path("id");
        JsonPath proposed = as("approver")
                .get("/contact-changes/" + id)
                .then()
                .body("after.address", equalTo("架空市1"))
                .body("after.email", equalTo("l1@example.jp"))
                .extract()
                .jsonPath();
        told().body("items", hasSize(1));
        post(
                        "approver",
                        "/contact-changes/{id}/approval",
                        Map.of("digest", proposed.getString("digest")),
                        proposed.getString("id"))
                .statusCode(200);
        told().body("items", empty());
        Contact contact = LedgerFixture.contacts(dataSource, vault).get(0);
        assertThat(contact.address()).isEqualTo("架空市1");
        assertThat(contact.mobile()).isEqualTo("090-1111-0001");
        assertThat(contact.email()).isEqualTo("l1@example.jp");
    }

    @Test
    void theLastListHasTheWordAndAPersonMayPutItAside() {
        SendingFixture.affected("2017-attack", List.of(ROW.replace("見本区1", "見本区1-9")));
        told().body("items", hasSize(1))
                .body("items[0].fields", equalTo(List.of("ADDRESS")))
                .body("items[0].told.address", equalTo("見本区1-9"));
        post("auditor", "/contact-changes/told/{r}", Map.of("ground", "x"), recipient("L1"))
                .statusCode(403);
        as("officer")
                .delete("/contact-changes/told/{r}", recipient("L1"))
                .then()
                .statusCode(204);
        as("officer")
                .delete("/contact-changes/told/{r}", recipient("L1"))
                .then()
                .statusCode(404);
        told().body("items", empty());
        as("auditor").get("/contact-changes/told").then().statusCode(403);
    }

    @Test
    void whatTheListDoesNotTellOtherwiseCannotBeProposedFromIt() {
        SendingFixture.affected("2017-attack", List.of(ROW.replace("見本区1", "見本区1-9")));
        post(
                        "officer",
                        "/contact-changes/told/{r}",
                        Map.of("fields", List.of("MOBILE"), "ground", "x"),
                        recipient("L1"))
                .statusCode(400);
        post(
                        "officer",
                        "/contact-changes/told/{r}",
                        Map.of("fields", List.of("ADDRESS"), "ground", "x"),
                        recipient("L2"))
                .statusCode(404);
    }
}
