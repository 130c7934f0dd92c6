package org.teishutsu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.ReachFixture.call;
import static org.teishutsu.notify.ReachFixture.check;
import static org.teishutsu.notify.ReachFixture.figuresOf;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.proposed;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.ReachFixture.release;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customer;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.mail.ScriptedMailServer;

/**
 * Whatever people do for those who were not reached, one act after the other: after each of them every recipient is in
 * exactly one state of reach, all sums hold, and whoever the campaign has not told is who has not been told.
 */
@QuarkusTest
@NotifyServiceTest
class ReachWalkTest {

    private static final String[] INCIDENTS = {"2016-attack", "2017-attack"};

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private String campaign;

    /** By mail, refused with and without an address, by letter, by telephone only, by nothing. */
    private static List<String> people() {
        List<String> people = new ArrayList<>();
        people.add(customer("W1", "w1@example.jp", "NAME"));
        people.add(customer("W2", "refused2@example.jp", "NAME"));
        people.add("W3,INDIVIDUAL,見本 三子,,refused3@example.jp,2010-01-01,,,,CURRENT,NAME");
        people.add("W4,INDIVIDUAL,見本 四子,,,,100-0004,見本区4,090-0000-0004,CURRENT,NAME");
        people.add("W5,INDIVIDUAL,見本 五子,,,,,,090-0000-0005,CURRENT,NAME");
        people.add("W6,INDIVIDUAL,見本 六子,,,,,,,CURRENT,NAME");
        people.add("W7,LEGAL_ENTITY,例示商事株式会社,,,,100-0007,見本区7,,CURRENT,NAME");
        return people;
    }

    /** What each act leaves: reach by number of people, zeros left out. */
    private String reach() {
        JsonPath figures = figuresOf(campaign, INCIDENTS);
        Map<String, Integer> reach = new TreeMap<>(figures.<String, Integer>getMap("union.reach"));
        reach.values().removeIf(number -> number == 0);
        assertThat(figures.getInt("union.recipients")).isEqualTo(7);
        return reach.toString();
    }

    private void letters(String from, String to) {
        LedgerFixture.execute(dataSource, """
                with moved as (
                    update delivery_state set state = '%2$s' where channel = 'LETTER' and state = '%1$s' returning delivery_id
                )
                insert into delivery_event (delivery_id, state, recorded_at)
                select delivery_id, '%2$s', domain_now() from moved
                """.formatted(from, to));
    }

    private void planAnew() {
        as("officer").post("/campaigns/" + campaign + "/pause").then().statusCode(200);
        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
    }

    private static Map<String, Object> closed(String reason, String number) {
        return Map.of("kind", "CLOSED", "reason", reason, "ground", "お申出", "recipients", List.of(recipient(number)));
    }

    @Test
    void everyRecipientIsInExactlyOneStateOfReachAfterEachAct() {
        LedgerFixture.empty(dataSource);
        SendingFixture.affected("2017-attack", people());
        SendingFixture.affected("2016-attack", people().subList(0, 2));
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            mail.follow(new ScriptedMailServer.Script() {
                @Override
                public void recipient(String address) throws RejectException {
                    if (address.startsWith("refused")) {
                        throw new RejectException(550, "no such user");
                    }
                }
            });
            campaign = SendingFixture.running(SendingFixture.request(SendingFixture.template(), INCIDENTS));
            eventually("sent", () -> emails(campaign, "SENT") == 1 && emails(campaign, "REJECTED") == 2);
            walk();
        }
    }

    private void walk() {
        // W1 sent, W2 and W4 and W7 by letter, W3 refused, W5 and W6 without an address
        assertThat(reach()).isEqualTo("{IN_PROGRESS=3, NOT_REACHED=1, NOT_STARTED=2, SENT=1}");

        call(campaign, "W5", "NO_ANSWER", null).statusCode(201);
        assertThat(reach()).isEqualTo("{IN_PROGRESS=3, NOT_REACHED=1, NOT_STARTED=2, SENT=1}");
        call(campaign, "W5", "TOLD", check("W5")).statusCode(201);
        assertThat(reach()).isEqualTo("{CONFIRMED=1, IN_PROGRESS=3, NOT_REACHED=1, NOT_STARTED=1, SENT=1}");

        letters("QUEUED", "PRINTED");
        letters("PRINTED", "POSTED");
        assertThat(reach()).isEqualTo("{CONFIRMED=1, NOT_REACHED=1, NOT_STARTED=1, SENT=4}");
        letters("POSTED", "RETURNED");
        assertThat(reach()).isEqualTo("{CONFIRMED=1, NOT_REACHED=4, NOT_STARTED=1, SENT=1}");

        release("approver", proposed(closed("DISSOLVED", "W7"))).statusCode(200);
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, NOT_REACHED=3, NOT_STARTED=1, SENT=1}");

        changedAddress("W4");
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, NOT_REACHED=3, NOT_STARTED=1, SENT=1}");
        post("desk", "/campaigns/{id}/resends", Map.of("recipient", recipient("W4"), "reason", "転居"), campaign)
                .statusCode(201);
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, IN_PROGRESS=1, NOT_REACHED=2, NOT_STARTED=1, SENT=1}");
        letters("QUEUED", "POSTED");

        release(
                        "approver",
                        proposed(Map.of(
                                "kind",
                                "SUBSTITUTED",
                                "ground",
                                "公表",
                                "campaign",
                                campaign,
                                "notTold",
                                "NO_ADDRESS",
                                "nothingLeft",
                                true)))
                .statusCode(200);
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, NOT_REACHED=2, SENT=2, SUBSTITUTED=1}");

        // A message that comes back weeks later
        LedgerFixture.execute(dataSource, """
                with late as (
                    update delivery_state set state = 'BOUNCED' where state = 'SENT' returning delivery_id
                )
                insert into delivery_event (delivery_id, state, recorded_at)
                select delivery_id, 'BOUNCED', domain_now() from late
                """);
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, NOT_REACHED=3, SENT=1, SUBSTITUTED=1}");
        planAnew();
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, IN_PROGRESS=1, NOT_REACHED=2, SENT=1, SUBSTITUTED=1}");

        JsonPath everybodyElse = proposed(closed("DECEASED", "W1"));
        release("approver", everybodyElse).statusCode(200);
        assertThat(reach()).isEqualTo("{CLOSED=2, CONFIRMED=1, NOT_REACHED=2, SENT=1, SUBSTITUTED=1}");
        post(
                        "officer",
                        "/closings/{id}/recipients/{r}/lift",
                        Map.of("reason", "ご存命との連絡"),
                        everybodyElse.getString("id"),
                        recipient("W1"))
                .statusCode(200);
        planAnew();
        assertThat(reach()).isEqualTo("{CLOSED=1, CONFIRMED=1, IN_PROGRESS=1, NOT_REACHED=2, SENT=1, SUBSTITUTED=1}");

        // Whoever gains items is open again, whatever had settled him
        SendingFixture.affected(
                "2016-attack",
                people().subList(4, 7).stream()
                        .map(row -> row.replace(",NAME", ",BIRTH_DATE"))
                        .toList());
        planAnew();
        assertThat(reach()).isEqualTo("{IN_PROGRESS=2, NOT_REACHED=2, NOT_STARTED=2, SENT=1}");
    }

    private static void changedAddress(String number) {
        String id = post(
                        "desk",
                        "/contact-changes",
                        Map.of(
                                "recipient",
                                recipient(number),
                                "postalCode",
                                "200-0004",
                                "address",
                                "架空市4",
                                "source",
                                "POST",
                                "ground",
                                "付箋による"))
                .statusCode(201)
                .extract()
                .path("id");
        String digest =
                as("approver").get("/contact-changes/" + id).then().extract().path("digest");
        post("approver", "/contact-changes/{id}/approval", Map.of("digest", digest), id)
                .statusCode(200);
    }
}
