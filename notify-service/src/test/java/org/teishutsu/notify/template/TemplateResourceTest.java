package org.teishutsu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.teishutsu.notify.SendingFixture.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;

@QuarkusTest
@NotifyServiceTest
class TemplateResourceTest {

    @Inject
    DataSource dataSource;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
    }

    private static Map<String, Object> standard() {
        return new HashMap<>(as("officer").get("/templates/standard").jsonPath().getMap("$"));
    }

    @Test
    void standingTextIsSavedAsItIsGivenAndApprovedByAnApprover() {
        JsonPath saved = as("officer")
                .contentType(ContentType.JSON)
                .body(standard())
                .post("/templates")
                .then()
                .statusCode(201)
                .header("Location", containsString("/templates/"))
                .body("state", equalTo("DRAFT"))
                .body("by", equalTo("officer"))
                .body("recordedAt", notNullValue())
                .body("body", endsWith("以上\n"))
                .extract()
                .jsonPath();
        String path = "/templates/" + saved.getString("id");
        Map<String, String> looked = Map.of("digest", saved.getString("digest"));

        as("officer")
                .contentType(ContentType.JSON)
                .body(looked)
                .post(path + "/approval")
                .then()
                .statusCode(403);
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("digest", "0"))
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        as("approver")
                .contentType(ContentType.JSON)
                .body(looked)
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .body("approvedBy", equalTo("approver"));
        as("auditor").get(path).then().statusCode(200).body("state", equalTo("APPROVED"));
        as("auditor").get("/templates").then().statusCode(200).body("items.id", hasItem(saved.getString("id")));
    }

    @Test
    void textWithFaultsComesBackWithAllOfThem() {
        Map<String, Object> text = standard();
        text.put("subject", "a\nb");
        text.put("body", text.get("body") + "{no.such}\n");

        as("officer")
                .contentType(ContentType.JSON)
                .body(text)
                .post("/templates")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("subject"))
                .body("violations.message", hasItem(containsString("{no.such}")));
    }

    @Test
    void unapprovedTextSendsNothing() {
        String id = as("officer")
                .contentType(ContentType.JSON)
                .body(standard())
                .post("/templates")
                .jsonPath()
                .getString("id");

        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of("title", "x", "template", id, "completeBy", "2017-08-03", "incidents", new String[] {
                    "2016-attack"
                }))
                .post("/campaigns")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"));
    }

    @Test
    void unknownTemplateIs404AndUnknownFieldIs400() {
        as("officer").get("/templates/" + UUID.randomUUID()).then().statusCode(404);
        Map<String, Object> text = standard();
        text.put("footer", "x");
        as("officer")
                .contentType(ContentType.JSON)
                .body(text)
                .post("/templates")
                .then()
                .statusCode(400);
    }

    @Test
    void anotherWordingOfANameIsItsNextRevisionAndTheOldOneStays() {
        Map<String, Object> text = standard();
        JsonPath first = save(text);
        text.put("subject", "別の件名");
        JsonPath second = save(text);
        text.put("channel", "LETTER");
        text.put("body", as("officer").get("/templates/standard?channel=LETTER").path("body"));
        JsonPath letter = save(text);

        assertThat(List.of(first.getInt("revision"), second.getInt("revision"), letter.getInt("revision")))
                .containsExactly(1, 2, 1);
        as("auditor")
                .get("/templates/" + first.getString("id"))
                .then()
                .body("subject", equalTo(standard().get("subject")));
        assertThat(first.getString("language")).isEqualTo("ja");
    }

    @Test
    void worstCasesAreShownBeforeAnybodyApproves() {
        Map<String, Object> text = standard();
        text.putAll(as("officer")
                .get("/templates/standard?channel=LETTER")
                .jsonPath()
                .getMap("$"));
        String path = "/templates/" + save(text).getString("id");

        as("approver")
                .get(path + "/worst-cases")
                .then()
                .statusCode(200)
                .body("worstCase", hasItem("LONGEST_NAME"))
                .body("pages", hasItem(notNullValue()));
        byte[] pdf = as("approver")
                .get(path + "/worst-cases.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(pdf).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        String mail = "/templates/" + save(standard()).getString("id");
        as("approver").get(mail + "/worst-cases").then().body("[0].pages", equalTo(null));
        as("approver").get(mail + "/worst-cases.pdf").then().statusCode(404);
    }

    @Test
    void aTemplateServesItsChannelOnly() {
        Map<String, Object> text = standard();
        text.putAll(as("officer")
                .get("/templates/standard?channel=LETTER")
                .jsonPath()
                .getMap("$"));
        JsonPath letter = save(text);
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("digest", letter.getString("digest")))
                .post("/templates/" + letter.getString("id") + "/approval")
                .then()
                .statusCode(200);
        as("officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title",
                        "x",
                        "template",
                        letter.getString("id"),
                        "completeBy",
                        "2017-08-03",
                        "incidents",
                        List.of("2016-attack")))
                .post("/campaigns")
                .then()
                .statusCode(409)
                .body("detail", containsString("LETTER"));
    }

    private static JsonPath save(Map<String, Object> text) {
        return as("officer")
                .contentType(ContentType.JSON)
                .body(text)
                .post("/templates")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
