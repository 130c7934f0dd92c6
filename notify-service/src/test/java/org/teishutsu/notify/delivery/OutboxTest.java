package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.notify.ReachFixture.call;
import static org.teishutsu.notify.ReachFixture.check;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.proposed;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.ReachFixture.release;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customers;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.delivery.Settlement.Result;
import org.teishutsu.notify.mail.MailServer;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.mail.ScriptedMailServer.After;
import org.teishutsu.notify.mail.ScriptedMailServer.Received;
import org.teishutsu.notify.mail.ScriptedMailServer.Script;
import org.teishutsu.notify.vault.Vault;

@QuarkusTest
@NotifyServiceTest
class OutboxTest {

    @Inject
    DataSource dataSource;

    @Inject
    Outbox outbox;

    @Inject
    ReturnedMail returned;

    @Inject
    Vault vault;

    @Inject
    Upkeep upkeep;

    @Inject
    Rates rates;

    @Inject
    MailCircuit circuit;

    @Inject
    MailDomains domains;

    @Inject
    DomainRelease domainRelease;

    @Inject
    MailServer server;

    @Inject
    Mailings mailings;

    @Inject
    DeliveryConfig config;

    @Inject
    Clock clock;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        everyStepIsOfTheTable();
        mail.close();
    }

    /** Whatever a test does: what the facts tell is a way through the table of transitions. */
    private void everyStepIsOfTheTable() {
        Map<String, DeliveryState> last = new ConcurrentHashMap<>();
        // What was said by telephone has arrived at once, and goes through none of them.
        for (String step : strings("select e.delivery_id || ' ' || e.state from delivery_event e"
                + " join delivery d on d.id = e.delivery_id and d.channel <> 'TELEPHONE' order by e.id")) {
            String id = step.substring(0, step.indexOf(' '));
            DeliveryState next = DeliveryState.valueOf(step.substring(step.indexOf(' ') + 1));
            DeliveryState before = last.getOrDefault(id, DeliveryState.QUEUED);
            // A claim is no fact, so SENDING may lie between.
            boolean allowed = DeliveryTransitions.allowed(before, next)
                    || (before == DeliveryState.QUEUED && DeliveryTransitions.allowed(DeliveryState.SENDING, next));
            assertThat(allowed).as("%s to %s", before, next).isTrue();
            last.put(id, next);
        }
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }

    private void execute(String sql) {
        LedgerFixture.execute(dataSource, sql);
    }

    /** A campaign that runs. */
    private String planned(int recipients) {
        SendingFixture.affected("2016-attack", customers(1, recipients));
        return SendingFixture.running("2016-attack");
    }

    /** Deliveries of a campaign that has never run: nobody but the test has ever had them in hand. */
    private UUID queued(int recipients) {
        return UUID.fromString(SendingFixture.paused(dataSource, recipients));
    }

    private void greetNobody() {
        mail.follow(new Script() {
            @Override
            public boolean greets() {
                return false;
            }
        });
    }

    private long process(String aliveUntil) {
        return Long.parseLong(strings("insert into delivery_process (started_at, alive_until) values "
                        + "(clock_timestamp(), " + aliveUntil + ") returning id")
                .get(0));
    }

    private Dispatcher.Parts parts() {
        return new Dispatcher.Parts(
                outbox, upkeep, rates, circuit, domains, domainRelease, server, mailings, config, clock, dataSource);
    }

    private long living() {
        return process("clock_timestamp() + interval '1 hour'");
    }

    private static int sum(JsonPath progress) {
        Map<String, Integer> emails = progress.getMap("deliveries.EMAIL");
        return emails.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void refusedForGoodGoesByLetterAtOnce() {
        mail.follow(new Script() {
            @Override
            public void recipient(String address) throws RejectException {
                if (address.startsWith("c2@")) {
                    throw new RejectException(550, "5.1.1 no such user");
                }
            }
        });
        String campaign = planned(3);
        eventually("settled", () -> emails(campaign, "SENT") == 2 && emails(campaign, "REJECTED") == 1);

        assertThat(progress(campaign).getInt("deliveries.LETTER.QUEUED")).isOne();
        assertThat(SendingFixture.notTold(campaign)).isEqualTo(Map.of("LETTER_DUE", 1));
        assertThat(strings("select address_reason from delivery where channel = 'LETTER'"))
                .containsExactly("REFUSED");
        as("officer")
                .get("/deliveries?campaign=" + campaign + "&state=REJECTED")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reply", containsString("550"))
                .body("items[0].attempts", equalTo(1));
    }

    @Test
    void refusedForNowIsTriedAgainUntilTheTimeIsOver() {
        Set<String> greylisted = Collections.synchronizedSet(new HashSet<>());
        mail.follow(new Script() {
            @Override
            public void recipient(String address) throws RejectException {
                boolean never = address.startsWith("c1@");
                if (never || greylisted.add(address)) {
                    throw new RejectException(451, "4.7.1 later");
                }
            }
        });
        String campaign = planned(3);
        eventually("deferred", () -> progress(campaign).getInt("deferred") == 3);
        assertThat(emails(campaign, "QUEUED")).isEqualTo(3);
        assertThat(SendingFixture.notTold(campaign)).isEqualTo(Map.of("RETRYING", 3));
        assertThat(mail.received()).isEmpty();

        SendingFixture.forward(Duration.ofMinutes(6));
        eventually(
                "second attempt",
                () -> emails(campaign, "SENT") == 2 && progress(campaign).getInt("deferred") == 1);

        SendingFixture.forward(Duration.ofHours(73));
        eventually("given up", () -> emails(campaign, "REJECTED") == 1);
        assertThat(progress(campaign).getInt("deliveries.LETTER.QUEUED")).isOne();
        assertThat(sum(progress(campaign))).isEqualTo(3);
    }

    @Test
    void closedAfterTheFinalDotIsUncertainAndSentAgainUnderTheSameMessageId() {
        AtomicInteger closed = new AtomicInteger();
        mail.follow(new Script() {
            @Override
            public After content(String address) {
                return closed.getAndIncrement() == 0 ? After.CLOSE : After.ACCEPT;
            }
        });
        String campaign = planned(1);
        eventually("sent again later", () -> progress(campaign).getInt("resent") == 1);
        assertThat(strings("select state from delivery_event order by id")).containsExactly("UNCERTAIN", "QUEUED");

        SendingFixture.forward(Duration.ofMinutes(6));
        eventually("sent", () -> emails(campaign, "SENT") == 1);

        assertThat(mail.received())
                .hasSize(2)
                .extracting(Received::returnPath)
                .containsOnly(mail.received().get(0).returnPath());
        assertThat(mail.received().stream().map(OutboxTest::messageId).distinct())
                .hasSize(1);
    }

    private static String messageId(Received received) {
        return new String(received.bytes(), java.nio.charset.StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void serverThatRefusesAsAWholeUsesUpNobodysAttempt() {
        greetNobody();
        String campaign = planned(10);
        eventually("it says why", () -> progress(campaign).getString("waitingFor") != null);
        assertThat(progress(campaign).getString("waitingFor")).contains("421");
        eventually("given back", () -> emails(campaign, "QUEUED") == 10);

        mail.reset();
        eventually("sent", () -> emails(campaign, "SENT") == 10);
        eventually("nothing in the way", () -> progress(campaign).getString("waitingFor") == null);
        assertThat(strings("select distinct attempts::text from delivery_state where state = 'SENT'"))
                .containsExactly("1");
        assertThat(strings("select state from delivery_event")).hasSize(10).containsOnly("SENT");
    }

    @Test
    void serverThatRefusesTheSenderUsesUpNobodysAttempt() {
        mail.follow(new Script() {
            @Override
            public void from(String returnPath) throws RejectException {
                throw new RejectException(550, "5.7.1 not you");
            }
        });
        String campaign = planned(5);
        eventually("it says why", () -> progress(campaign).getString("waitingFor") != null);

        mail.reset();
        eventually("sent", () -> emails(campaign, "SENT") == 5);
        assertThat(strings("select state from delivery_event")).hasSize(5).containsOnly("SENT");
    }

    @Test
    void twoDispatchersOnOneQueueSendNothingTwice() throws InterruptedException {
        Dispatcher second = new Dispatcher(parts(), 4);
        second.start();
        try {
            String campaign = planned(400);
            eventually("sent", () -> {
                JsonPath now = progress(campaign);
                assertThat(sum(now)).isEqualTo(400);
                return now.getInt("deliveries.EMAIL.SENT") == 400;
            });
        } finally {
            second.stop(Duration.ofSeconds(5));
        }
        assertThat(mail.received()).hasSize(400);
        assertThat(mail.received().stream().map(Received::recipient).collect(Collectors.toSet()))
                .hasSize(400);
        assertThat(strings("select state from delivery_event")).hasSize(400).containsOnly("SENT");
    }

    @Test
    void stoppedDispatcherLeavesNothingInItsHands() throws InterruptedException {
        Dispatcher second = new Dispatcher(parts(), 4);
        second.start();
        String campaign = planned(200);
        eventually("some are sent", () -> emails(campaign, "SENT") > 20);
        second.stop(Duration.ofSeconds(5));
        eventually("sent", () -> emails(campaign, "SENT") == 200);
        assertThat(mail.received()).hasSize(200);
        assertThat(progress(campaign).getInt("resent")).isZero();
    }

    @Test
    void whatADeadProcessHeldIsUncertainAndSentAgain() {
        UUID campaign = queued(7);
        long dead = living();
        assertThat(outbox.claim(dead, campaign, 5)).hasSize(5);
        assertThat(emails(campaign.toString(), "SENDING")).isEqualTo(5);

        execute("update delivery_process set alive_until = '-infinity' where id = " + dead);
        eventually("recovered", () -> progress(campaign.toString()).getInt("resent") == 5);
        assertThat(strings("select state from delivery_event order by id"))
                .hasSize(10)
                .containsOnly("UNCERTAIN", "QUEUED");

        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
        eventually("sent", () -> emails(campaign.toString(), "SENT") == 7);
        assertThat(mail.received()).hasSize(7);
        assertThat(strings("select state from delivery_event where state = 'SENT'"))
                .hasSize(7);
    }

    @Test
    void claimWhoseAnswerWasLostIsGivenBack() {
        UUID campaign = queued(5);
        long process = living();
        List<Claim> known = outbox.claim(process, campaign, 2);
        outbox.claim(process, campaign, 2);

        assertThat(outbox.releaseLost(process, known.stream().map(Claim::token).toList()))
                .isEqualTo(2);

        assertThat(emails(campaign.toString(), "SENDING")).isEqualTo(2);
        assertThat(emails(campaign.toString(), "QUEUED")).isEqualTo(3);
    }

    @Test
    void failedClaimKeepsNoPlaceAndNoDelivery() throws InterruptedException {
        UUID first = queued(8);
        UUID second = UUID.randomUUID();
        execute("update delivery_state set campaign_id = '" + second
                + "' where delivery_id in (select id from delivery order by id limit 4)");
        SendingProcess process = new SendingProcess(dataSource, Duration.ofMinutes(10));
        process.start();
        AtomicInteger connections = new AtomicInteger();
        Outbox breaking = new Outbox(
                answering(connections, () -> {
                    outbox.claim(process.id(), first, 4);
                    outbox.claim(process.id(), second, 4);
                }),
                new ObjectMapper(),
                vault,
                config);
        Flight flight = new Flight(8);
        flight.follow(List.of(new FlightTest.Running(first), new FlightTest.Running(second)));
        Claiming claiming = new Claiming(breaking, rates, circuit, process, flight);
        eventually("the server is well", () -> !circuit.isOpen());

        int places = flight.takePlaces(0);
        assertThatThrownBy(() -> claiming.fill(places)).isInstanceOf(OutboxException.class);
        assertThat(flight.free()).isEqualTo(4);
        assertThat(strings("select 1 from delivery_state where claimed_by = " + process.id()))
                .hasSize(8);

        assertThat(claiming.fill(flight.takePlaces(0))).isEqualTo(4);
        assertThat(flight.free()).isZero();
        assertThat(flight.held()).hasSize(8);
    }

    /** The second connection breaks after its work was done. */
    private DataSource answering(AtomicInteger connections, Runnable work) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (connections.incrementAndGet() == 2) {
                        work.run();
                        throw new SQLException("The connection broke");
                    }
                    return dataSource.getConnection();
                });
    }

    @Test
    void uncertainThatWasOvertakenIsNotSentAgain() {
        UUID campaign = queued(2);
        long dead = living();
        assertThat(outbox.claim(dead, campaign, 2)).hasSize(2);
        execute(
                "update exposure set mask = 1 where recipient_id = (select recipient_id from delivery order by id limit 1)");
        execute("update delivery_process set alive_until = '-infinity' where id = " + dead);

        eventually("one is", () -> progress(campaign.toString()).getInt("resent") == 1);
        assertThat(emails(campaign.toString(), "UNCERTAIN")).isOne();
    }

    @Test
    void uncertainIsNotSentAgainToWhoWasToldByTelephoneMeanwhile() {
        UUID campaign = queued(2);
        long dead = living();
        assertThat(outbox.claim(dead, campaign, 2)).hasSize(2);
        call(campaign.toString(), "C1", "TOLD", check("C1")).statusCode(201);
        execute("update delivery_process set alive_until = '-infinity' where id = " + dead);

        eventually("one is", () -> progress(campaign.toString()).getInt("resent") == 1);
        assertThat(emails(campaign.toString(), "UNCERTAIN")).isOne();
        assertThat(deliveries(dataSource, recipient("C1"))).contains("EMAIL UNCERTAIN", "TELEPHONE DELIVERED");
    }

    @Test
    void whoIsNotToBeToldAnyMoreGetsNoLetterForAMailThatFails() {
        UUID campaign = queued(3);
        List<Claim> claims = outbox.claim(living(), campaign, 3);
        List<String> recipients = strings("select recipient_id from delivery order by id");
        release(
                        "approver",
                        proposed(Map.of(
                                "kind",
                                "CLOSED",
                                "reason",
                                "DECLINED",
                                "ground",
                                "お申出",
                                "recipients",
                                recipients.subList(0, 2))))
                .statusCode(200);
        outbox.settle(List.of(
                new Settlement(claims.get(0), Result.SENT, "250 ok", null),
                new Settlement(claims.get(1), Result.REJECTED, "550 no", null),
                new Settlement(claims.get(2), Result.REJECTED, "550 no", null)));
        returned.bounced(
                new ReturnedMail.Bounce(claims.get(0).delivery(), null, "It came back", null), vault.current());

        assertThat(emails(campaign.toString(), "BOUNCED")).isOne();
        assertThat(strings("select recipient_id from delivery where channel = 'LETTER'"))
                .containsExactly(recipients.get(2));
    }

    @Test
    void deadProcessClaimsNothing() {
        UUID campaign = queued(3);
        assertThat(outbox.claim(process("clock_timestamp() - interval '1 second'"), campaign, 3))
                .isEmpty();
        assertThat(outbox.claim(Long.MAX_VALUE, campaign, 3)).isEmpty();
    }

    @Test
    void lateAnswerTurnsUncertainIntoWhatTheServerSaid() {
        UUID campaign = queued(2);
        long slow = living();
        List<Claim> claims = outbox.claim(slow, campaign, 2);
        execute("update delivery_process set alive_until = '-infinity' where id = " + slow);
        eventually("recovered", () -> progress(campaign.toString()).getInt("resent") == 2);

        assertThat(outbox.settle(List.of(
                        new Settlement(claims.get(0), Result.SENT, "250 ok", null),
                        new Settlement(claims.get(1), Result.REJECTED, "550 no", null))))
                .isEqualTo(2);

        assertThat(emails(campaign.toString(), "SENT")).isOne();
        assertThat(emails(campaign.toString(), "REJECTED")).isOne();
        as("officer").post("/campaigns/" + campaign + "/resume").then().statusCode(200);
        eventually(
                "nothing is deferred",
                () -> strings("select 1 from delivery_deferred").isEmpty());
        assertThat(mail.received()).isEmpty();
    }

    @Test
    void answerToAnEarlierClaimDoesNotCount() {
        UUID campaign = queued(1);
        Claim first = outbox.claim(living(), campaign, 1).get(0);
        outbox.settle(List.of(Settlement.released(first)));
        Claim second = outbox.claim(living(), campaign, 1).get(0);

        assertThat(outbox.settle(List.of(new Settlement(first, Result.SENT, "250", null))))
                .isZero();
        assertThat(outbox.settle(List.of(new Settlement(second, Result.SENT, "250", null))))
                .isOne();
        assertThat(outbox.settle(List.of(new Settlement(second, Result.SENT, "250", null))))
                .isZero();
        assertThat(strings("select state from delivery_event")).containsExactly("SENT");
    }

    @Test
    void claimsOfManyHandsNeverOverlap() throws InterruptedException {
        UUID campaign = queued(120);
        Set<UUID> claimed = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        List<Thread> hands = new ArrayList<>();
        for (int hand = 0; hand < 4; hand++) {
            long process = living();
            Thread thread = new Thread(() -> {
                List<Claim> claims = outbox.claim(process, campaign, 7);
                while (!claims.isEmpty()) {
                    claims.forEach(claim -> twice.addAndGet(claimed.add(claim.delivery()) ? 0 : 1));
                    claims = outbox.claim(process, campaign, 7);
                }
            });
            hands.add(thread);
            thread.start();
        }
        for (Thread hand : hands) {
            hand.join();
        }
        assertThat(claimed).hasSize(120);
        assertThat(twice).hasValue(0);
    }

    @Test
    void officerSettlesWhatIsUncertain() {
        UUID campaign = queued(3);
        List<Claim> claims = outbox.claim(living(), campaign, 3);
        // Tried for longer than there is time to try: the policy leaves these to people.
        execute("update delivery_state set first_tried_at = '2000-01-01'");
        outbox.settle(claims.stream()
                .map(claim -> Settlement.uncertain(claim, "no answer"))
                .toList());
        assertThat(emails(campaign.toString(), "UNCERTAIN")).isEqualTo(3);
        assertThat(SendingFixture.notTold(campaign.toString())).isEqualTo(Map.of("UNCERTAIN", 3));

        resolve(claims.get(0), "officer", "SENT")
                .then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("by", equalTo("officer"));
        resolve(claims.get(1), "officer", "BOUNCED").then().statusCode(200).body("state", equalTo("BOUNCED"));
        resolve(claims.get(2), "officer", "QUEUED").then().statusCode(200).body("state", equalTo("QUEUED"));
        resolve(claims.get(0), "officer", "QUEUED")
                .then()
                .statusCode(409)
                .body("detail", containsString("is SENT and cannot go to QUEUED"));
        resolve(claims.get(0), "approver", "QUEUED").then().statusCode(403);
        assertThat(progress(campaign.toString()).getInt("deliveries.LETTER.QUEUED"))
                .isOne();
    }

    private static io.restassured.response.Response resolve(Claim claim, String user, String state) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("state", state, "ground", "server's log of 10:00"))
                .post("/deliveries/" + claim.delivery() + "/resolution");
    }

    @Test
    void listOfDeliveriesIsPaged() {
        String campaign = queued(5).toString();
        JsonPath first =
                as("officer").get("/deliveries?limit=2&campaign=" + campaign).jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        JsonPath second = as("officer")
                .get("/deliveries?limit=3&campaign=" + campaign + "&after=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getList("items")).hasSize(3);
        assertThat(second.getString("next")).isNull();
        as("auditor").get("/deliveries").then().statusCode(403);
        as("officer").get("/deliveries/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void claimAndSettleGoByTheirIndexes() {
        UUID campaign = queued(500);
        execute("insert into delivery (id, campaign_id, recipient_id, channel, try_no, told, recorded_at) "
                + "select time_ordered_uuid(), campaign_id, recipient_id, 'EMAIL', try_no + i, told, recorded_at "
                + "from delivery, generate_series(1, 40) i");
        execute("insert into delivery_state (delivery_id, campaign_id, channel, state) "
                + "select id, campaign_id, 'EMAIL', 'SENT' from delivery where try_no > 1");
        execute("vacuum analyze delivery_state");

        assertThat(plan(Outbox.CLAIM, "1::bigint", "'" + campaign + "'::uuid", "100"))
                .contains("delivery_state_unsent")
                .doesNotContain("Seq Scan on delivery_state");
        List<String> hundred = Collections.nCopies(100, "'" + UUID.randomUUID() + "'");
        assertThat(plan(
                        Outbox.SETTLE,
                        "1",
                        "3",
                        "array[" + String.join(",", hundred) + "]",
                        "array_fill(1::bigint, array[100])",
                        "array_fill('SENT'::text, array[100])",
                        "array_fill('250'::bytea, array[100])",
                        "array_fill(now(), array[100])",
                        "array_fill(null::uuid, array[100])"))
                .contains("delivery_state_pk")
                .doesNotContain("Seq Scan on delivery_state");
    }

    private String plan(String sql, String... parameters) {
        String explained = sql;
        for (String parameter : parameters) {
            explained = explained.replaceFirst("\\?", java.util.regex.Matcher.quoteReplacement(parameter));
        }
        return String.join("\n", strings("explain " + explained));
    }

    /** Else every claim would write the row's entries of all indexes anew, and vacuum could not keep up. */
    @Test
    void whatAClaimChangesIsInNoIndex() {
        assertThat(Outbox.CLAIM).contains("set claimed_by = (select id from me), claim_token = nextval");
        assertThat(strings("select indexdef from pg_indexes where tablename = 'delivery_state'"))
                .hasSize(4)
                .allSatisfy(index -> assertThat(index).doesNotContain("claim"));
    }
}
