package org.teishutsu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What desk, officer and approver do for those who have not been told, and what the figures say of it. */
public final class ReachFixture {

    private ReachFixture() {}

    public static ValidatableResponse post(String user, String path, Object body, Object... parameters) {
        return as(user).contentType(ContentType.JSON)
                .body(body)
                .post(path, parameters)
                .then();
    }

    /** The id of a customer, as the desk finds it. */
    public static String recipient(String customerNumber) {
        return lookUp(customerNumber).getString("recipients[0].id");
    }

    public static JsonPath lookUp(String customerNumber) {
        return post("desk", "/recipients/lookup", Map.of("customerNumber", customerNumber, "reason", "お問い合わせ"))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A passed identity check of a customer who can be called back. */
    public static String check(String customerNumber) {
        JsonPath found = lookUp(customerNumber);
        return post(
                        "desk",
                        "/recipients/{id}/identity-checks",
                        Map.of("lookup", found.getString("id"), "method", "CALL_BACK", "passed", true),
                        found.getString("recipients[0].id"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse call(
            String campaign, String customerNumber, String outcome, @Nullable String check) {
        Map<String, Object> body = new HashMap<>(Map.of("recipient", recipient(customerNumber), "outcome", outcome));
        if (check != null) {
            body.put("identityCheck", check);
        }
        return post("desk", "/campaigns/{id}/calls", body, campaign);
    }

    /** Proposed by the officer. */
    public static JsonPath proposed(Map<String, Object> closing) {
        return post("officer", "/closings", closing).statusCode(201).extract().jsonPath();
    }

    public static ValidatableResponse release(String user, JsonPath proposed) {
        return post(
                user,
                "/closings/{id}/approval",
                Map.of("digest", proposed.getString("digest")),
                proposed.getString("id"));
    }

    /** A recipient's delivery as the ledger of facts has it, by channel and state, the newest last. */
    public static java.util.List<String> deliveries(javax.sql.DataSource dataSource, String recipient) {
        return LedgerFixture.strings(dataSource, """
                select d.channel || ' ' || s.state from delivery d join delivery_state s on s.delivery_id = d.id
                where d.recipient_id = '%s' order by d.try_no, d.recorded_at, d.id
                """.formatted(UUID.fromString(recipient)));
    }

    /** Figures as of now; every recipient is in exactly one state of reach, and all sums hold. */
    public static JsonPath figures(String... incidents) {
        String now = as("service").get("/drill/clock").then().extract().path("instant");
        JsonPath figures = as("service")
                .queryParam("asOf", now)
                .queryParam("incident", (Object[]) incidents)
                .get("/figures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> reach = figures.getMap("union.reach");
        assertThat(sum(reach)).as("recipients by reach").isEqualTo(figures.getInt("union.recipients"));
        int open = of(reach, "NOT_STARTED") + of(reach, "IN_PROGRESS") + of(reach, "NOT_REACHED");
        assertThat(sum(figures.getMap("union.notTold")))
                .as("not told by reason")
                .isEqualTo(open);
        assertThat(sum(figures.getMap("union.closed"))).as("closed by reason").isEqualTo(of(reach, "CLOSED"));
        for (int i = 0; i < incidents.length; i++) {
            assertThat(sum(figures.getMap("incidents[" + i + "].reach")))
                    .as("recipients of an incident by reach")
                    .isEqualTo(figures.getInt("incidents[" + i + "].exposures"));
        }
        return figures;
    }

    /** As {@link #figures}, and whom the campaign has not told is who has not been told. */
    public static JsonPath figuresOf(String campaign, String... incidents) {
        JsonPath figures = figures(incidents);
        assertThat(sum(SendingFixture.notTold(campaign)))
                .as("not told of the campaign")
                .isEqualTo(sum(figures.getMap("union.notTold")));
        return figures;
    }

    private static int of(Map<String, Integer> numbers, String key) {
        return numbers.getOrDefault(key, 0);
    }

    private static int sum(Map<String, Integer> numbers) {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
