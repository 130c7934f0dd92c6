package org.teishutsu.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

/** Messages that were really sent, and what comes back for them, through the service's own addresses. */
final class BounceFixture {

    static final String MAIL = "message/rfc822";

    private BounceFixture() {}

    /** A campaign that has told so many customers by e-mail. */
    static String sent(ScriptedMailServer mail, int customers) {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, customers));
        String campaign = SendingFixture.running("2016-attack");
        eventually("sent", () -> emails(campaign, "SENT") == customers);
        assertThat(mail.received()).hasSizeGreaterThanOrEqualTo(customers);
        return campaign;
    }

    /** What the messages are called on the wire, as the mail server saw it. */
    static List<String> names(ScriptedMailServer mail) {
        return mail.received().stream().map(BounceFixture::name).toList();
    }

    static String name(ScriptedMailServer.Received received) {
        String path = received.returnPath();
        return path.substring(path.indexOf('+') + 1, path.indexOf('@'));
    }

    static String delivery(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    static ValidatableResponse post(byte[] message) {
        return as("service").contentType(MAIL).body(message).post("/bounces").then();
    }

    static JsonPath posted(String notification, String name) {
        return post(Notifications.about(notification, name))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static String state(String name) {
        return as("officer")
                .get("/deliveries/" + delivery(name))
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    static ValidatableResponse found(String user, String bounce, Map<String, ?> finding) {
        return as(user).contentType("application/json")
                .body(finding)
                .post("/bounces/" + bounce + "/finding")
                .then();
    }
}
