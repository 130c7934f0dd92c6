package org.teishutsu.notify;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Lists from file to ledger, through the service's own addresses; everybody in them is made up. */
public final class IntakeFixture {

    private IntakeFixture() {}

    public static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test").contentType("application/json");
    }

    /** A list that adds, handed in by the officer. */
    public static JsonPath staged(String incident, String... rows) {
        return handedIn(incident, Map.of("reason", "追加の調査"), rows)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** A list that corrects, handed in by the officer. */
    public static JsonPath correcting(String mode, String incident, String... rows) {
        return handedIn(incident, Map.of("mode", mode, "reason", "調査の結果"), rows)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static ValidatableResponse handedIn(String incident, Map<String, String> query, String... rows) {
        return given().auth()
                .preemptive()
                .basic("officer", "test")
                .contentType("text/csv")
                .queryParams(query)
                .body((SendingFixture.HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/incidents/{code}/imports", incident)
                .then();
    }

    public static ValidatableResponse application(String user, JsonPath looked) {
        return as(user).body(Map.of("digest", looked.getString("digest")))
                .post("/imports/{id}/application", looked.getString("id"))
                .then();
    }

    /** As it is once the approver has applied it. */
    public static JsonPath applied(JsonPath looked) {
        return application("approver", looked).statusCode(200).extract().jsonPath();
    }

    public static JsonPath looked(JsonPath list) {
        return as("approver")
                .get("/imports/{id}", list.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
