package org.teishutsu.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.bounce.BounceFixture.names;
import static org.teishutsu.notify.bounce.BounceFixture.post;
import static org.teishutsu.notify.bounce.BounceFixture.sent;
import static org.teishutsu.notify.bounce.BounceFixture.state;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.mail.ScriptedMailServer;

/** Whatever arrives, broken in whatever way: it is recorded, it stops nothing, and moves nothing that it does not name. */
@QuarkusTest
@NotifyServiceTest
class BrokenBouncesTest {

    private static final long SEED = Long.getLong("bounces.seed", 20170728);
    private static final int MESSAGES = Integer.getInteger("bounces.messages", 1500);
    private static final int BYSTANDERS = 5;

    /** What bends a parser. */
    private static final List<String> FRAGMENTS = List.of(
            "\n--b1_fx\n",
            "\n--b1_fx--\n",
            "\nContent-Type: multipart/report; boundary=\"b1_fx\"\n\n",
            "\nContent-Type: message/delivery-status\n\n",
            "\nContent-Transfer-Encoding: base64\n",
            "\nContent-Transfer-Encoding: x-none\n",
            "\nContent-Type: text/plain; charset=x-none\n",
            "\nFinal-Recipient: rfc822;\n",
            "\nAction: failed\n",
            "\nStatus: 5.1.1\n",
            "=?ISO-2022-JP?B?GyRC?=",
            "=?x?q?=zz?=",
            "\0",
            "\u001b$B",
            "\u00ff\u00fe",
            "\r",
            "\n\n",
            "<",
            "\"",
            "(((((");

    @Inject
    DataSource dataSource;

    @Inject
    BounceService bounces;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void brokenMessagesMoveNothingThatTheyDoNotName() {
        List<String> notifications = Notifications.all();
        List<String> names;
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            sent(mail, notifications.size() + BYSTANDERS);
            names = names(mail);
        }
        Random random = new Random(SEED);
        Set<Kind> kinds = new TreeSet<>();
        for (int i = 0; i < MESSAGES; i++) {
            int which = random.nextInt(notifications.size());
            byte[] broken = broken(Notifications.about(notifications.get(which), names.get(which)), random);
            if (i % 50 == 0) {
                assertThat(post(broken).extract().statusCode())
                        .as("message %d of seed %d", i, SEED)
                        .isIn(200, 201);
            } else {
                kinds.add(bounces.receive(RawMessage.of(broken), Source.CALL, "test")
                        .bounce()
                        .kind());
            }
        }

        assertThat(kinds).as("the messages are not all broken beyond telling").contains(Kind.FAILED, Kind.AUTO_REPLY);
        for (String bystander : names.subList(notifications.size(), names.size())) {
            assertThat(state(bystander)).isEqualTo("SENT");
        }
        for (int i = 0; i < notifications.size(); i++) {
            if (Set.of("answer", "spam", "vacation-rfc3834", "out-of-office-ja", "challenge", "precedence-bulk")
                    .contains(notifications.get(i))) {
                assertThat(state(names.get(i))).as(notifications.get(i)).isEqualTo("SENT");
            }
        }
        assertThat(LedgerFixture.strings(dataSource, """
                select count(*) from delivery_event e
                where e.state = 'BOUNCED' and not exists (
                    select from bounce b where b.delivery_id = e.delivery_id and b.kind = 'FAILED' and b.effect = 'MOVED'
                )
                """)).containsExactly("0");
        assertThat(LedgerFixture.strings(
                        dataSource, "select count(*) from delivery_event where state = 'BOUNCED' having count(*) > 10"))
                .hasSize(1);
    }

    private static byte[] broken(byte[] message, Random random) {
        byte[] broken = message;
        int breaks = 1 + random.nextInt(4);
        for (int i = 0; i < breaks; i++) {
            broken = brokenOnce(broken, random);
        }
        return broken;
    }

    private static byte[] brokenOnce(byte[] message, Random random) {
        int from = random.nextInt(message.length + 1);
        int to = Math.min(message.length, from + random.nextInt(200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> {
                // Cut off.
                return out.size() == 0 ? new byte[] {'x'} : out.toByteArray();
            }
            case 1 -> out.write(message, to, message.length - to);
            case 2 -> {
                out.write(message, from, to - from);
                out.write(message, from, message.length - from);
            }
            case 3 -> {
                out.writeBytes(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.ISO_8859_1));
                out.write(message, from, message.length - from);
            }
            default -> {
                byte[] noise = Arrays.copyOfRange(message, from, to);
                for (int i = 0; i < noise.length; i += 1 + random.nextInt(20)) {
                    noise[i] = (byte) random.nextInt(256);
                }
                out.writeBytes(noise);
                out.write(message, to, message.length - to);
            }
        }
        return out.size() == 0 ? new byte[] {'x'} : out.toByteArray();
    }

    /** One message by three ways, the folder twice as after a crash; and one that is too large for a notification. */
    @Test
    void whicheverWayItComesItIsTheSameMessage() throws Exception {
        Files.createDirectory(folder.resolve("new"));
        Files.createDirectory(folder.resolve("cur"));
        Maildir maildir =
                new Maildir(folder, 2_000_000, message -> bounces.receive(message, Source.MAILDIR, "scheduler"));
        String name;
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            sent(mail, 1);
            name = names(mail).get(0);
        }
        byte[] message = Notifications.about("postfix-unknown-user", name);

        Files.write(folder.resolve("new/1.a.host"), message);
        assertThat(maildir.takeIn()).isOne();
        assertThat(state(name)).isEqualTo("BOUNCED");
        Files.move(folder.resolve("cur/1.a.host:2,S"), folder.resolve("new/1.a.host"));
        assertThat(maildir.takeIn()).isOne();
        post(message).statusCode(200).body("source", equalTo("MAILDIR"));

        byte[] large = Arrays.copyOf(message, 3_000_000);
        Files.write(folder.resolve("new/2.a.host"), large);
        assertThat(maildir.takeIn()).isOne();
        as("officer")
                .get("/bounces?state=NEEDS_A_LOOK")
                .then()
                .statusCode(200)
                .body("items.look", equalTo(List.of("TOO_LARGE")))
                .body("items.size", equalTo(List.of(large.length)));
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from bounce"))
                .containsExactly("2");
    }
}
