package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customers;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.MailConfig;
import org.teishutsu.notify.mail.MailNames;
import org.teishutsu.notify.mail.MailServer;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.mail.ScriptedMailServer.After;
import org.teishutsu.notify.mail.ScriptedMailServer.Received;

/** Whatever a mail server, a database or a clock does: everybody is in one state of reach, and the sums hold. */
@QuarkusTest
@NotifyServiceTest
class FaultsTest {

    @Inject
    DataSource dataSource;

    @Inject
    Outbox outbox;

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
    MailConfig mailConfig;

    @Inject
    MailNames names;

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
        mail.close();
    }

    private static String running(int recipients) {
        SendingFixture.affected("2016-attack", customers(1, recipients));
        return SendingFixture.running("2016-attack");
    }

    /** From outside: the figures count everybody once, and the deliveries add up to the plan. */
    private void everybodyIsInOneStateOfReach(String campaign, int recipients) {
        JsonPath figures = as("officer")
                .get("/figures?incident=2016-attack&asOf=" + clock.instant())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> reach = figures.getMap("incidents[0].reach");
        assertThat(reach.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(recipients);
        Map<String, Integer> states = progress(campaign).getMap("deliveries.EMAIL");
        assertThat(states.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(recipients);
    }

    private static String messageId(Received received) {
        return new String(received.bytes(), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody got a message twice under another name. */
    private void doublesBearOneMessageId() {
        Map<String, Set<String>> ids = new HashMap<>();
        mail.received()
                .forEach(message -> ids.computeIfAbsent(message.recipient(), r -> new HashSet<>())
                        .add(messageId(message)));
        assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    }

    private static int number(String address) {
        return Integer.parseInt(address.substring(1, address.indexOf('@')));
    }

    @Test
    void everyAnswerAServerCanGive() {
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String address) throws RejectException {
                boolean first =
                        tries.computeIfAbsent(address, a -> new AtomicInteger()).getAndIncrement() == 0;
                switch (number(address) % 10) {
                    case 1 -> throwIf(first, 421, "4.3.2 closing");
                    case 2 -> throwIf(first, 450, "4.2.1 busy");
                    case 3 -> throwIf(true, 550, "5.1.1 no such user");
                    case 4 -> throwIf(true, 552, "5.2.2 mailbox full");
                    case 5 -> throwIf(first, 571, "message refused");
                    default -> {}
                }
            }

            @Override
            public After content(String address) {
                boolean first = tries.get(address).get() == 1;
                return switch (number(address) % 10) {
                    case 6 -> first ? After.CLOSE : After.ACCEPT;
                    case 7 -> first && number(address) == 7 ? After.STALL : After.ACCEPT;
                    default -> After.ACCEPT;
                };
            }

            private void throwIf(boolean condition, int code, String text) throws RejectException {
                if (condition) {
                    throw new RejectException(code, text);
                }
            }
        });
        String campaign = running(100);
        eventually("what can be settled is", () -> emails(campaign, "REJECTED") == 20);
        eventually("the silent one is put off", () -> progress(campaign).getInt("resent") == 11);
        everybodyIsInOneStateOfReach(campaign, 100);

        SendingFixture.forward(Duration.ofMinutes(6));
        eventually("sent", () -> emails(campaign, "SENT") == 80);
        everybodyIsInOneStateOfReach(campaign, 100);
        doublesBearOneMessageId();
        assertThat(progress(campaign).getInt("deliveries.LETTER.QUEUED")).isEqualTo(20);
        Set<String> reached = new HashSet<>();
        mail.received().forEach(message -> reached.add(message.recipient()));
        assertThat(reached).hasSize(80);
    }

    @Test
    void databaseThatEndsEveryConnectionLosesNothing() {
        String campaign = running(300);
        for (int i = 1; i <= 3; i++) {
            int some = i * 50;
            eventually("some are sent", () -> mail.received().size() > some);
            eventually("all connections are ended", this::endConnections);
        }
        eventually("sent", () -> sent(campaign) == 300);
        eventually("the pool is well", () -> as("officer").get("/campaigns").statusCode() == 200);
        everybodyIsInOneStateOfReach(campaign, 300);
        doublesBearOneMessageId();
    }

    /** May meet a connection that has just been ended, like everybody. */
    private boolean endConnections() {
        try {
            LedgerFixture.execute(dataSource, """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    /** A call may meet a connection that has just been ended. */
    private static int sent(String campaign) {
        var answer = as("officer").get("/campaigns/" + campaign + "/progress");
        return answer.statusCode() == 200 ? answer.jsonPath().getInt("deliveries.EMAIL.SENT") : -1;
    }

    @Test
    void clockThatJumpsAheadSendsNothingTwice() {
        AtomicInteger refusals = new AtomicInteger();
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String address) throws RejectException {
                if (number(address) % 5 == 0 && refusals.incrementAndGet() <= 40) {
                    throw new RejectException(450, "4.2.1 busy");
                }
            }
        });
        String campaign = running(200);
        while (sent(campaign) < 200) {
            SendingFixture.forward(Duration.ofHours(1));
        }
        everybodyIsInOneStateOfReach(campaign, 200);
        assertThat(mail.received()).hasSize(200);
    }

    /** Eight minutes for an answer beside a lease of thirty seconds, both much shorter here. */
    @Test
    void serverThatTakesLongerThanALeaseMakesNobodyLookDead() throws InterruptedException {
        Duration lease = Duration.ofSeconds(2);
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public After content(String address) {
                LockSupport.parkNanos(lease.multipliedBy(3).toNanos());
                return After.ACCEPT;
            }
        });
        UUID campaign = UUID.fromString(SendingFixture.paused(dataSource, 10));
        Dispatcher patient = new Dispatcher(
                new Dispatcher.Parts(
                        outbox,
                        upkeep,
                        rates,
                        circuit,
                        domains,
                        domainRelease,
                        new MailServer(
                                with(MailConfig.class, mailConfig, "answerTimeout", Duration.ofMinutes(1)), names),
                        () -> List.of(new OneText(campaign)),
                        with(DeliveryConfig.class, config, "lease", lease),
                        clock,
                        dataSource),
                10);
        patient.start();
        try {
            eventually("sent", () -> emails(campaign.toString(), "SENT") == 10);
        } finally {
            patient.stop(Duration.ofSeconds(5));
        }
        assertThat(mail.received()).hasSize(10);
        assertThat(progress(campaign.toString()).getInt("resent")).isZero();
        everybodyIsInOneStateOfReach(campaign.toString(), 10);
    }

    /** A configuration with one answer of its own. */
    private static <T> T with(Class<T> type, T config, String key, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getName().equals(key) ? answer : method.invoke(config, arguments)));
    }

    /** A campaign that only this dispatcher takes for running. */
    private record OneText(UUID campaign) implements Mailing {

        @Override
        public Integer ratePerSecond() {
            return null;
        }

        @Override
        public Composed compose(Claim claim) {
            return new Composed("お知らせ", "本文\n");
        }
    }
}
