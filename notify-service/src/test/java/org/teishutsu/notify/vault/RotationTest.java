package org.teishutsu.notify.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customer;
import static org.teishutsu.notify.SendingFixture.customers;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.ContactKeys;

@QuarkusTest
@NotifyServiceTest
class RotationTest {

    private static final String UNREADABLE = "C9,INDIVIDUAL,見本 九,,=x,,,,,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @Inject
    VaultConfig config;

    @Inject
    Rehashing rehashing;

    @Inject
    Resealing resealing;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
    }

    private static JsonPath rotate() {
        return as("service")
                .post("/vault/rotation")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static boolean rotating() {
        return as("auditor")
                .get("/vault")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("rotating");
    }

    /** Whom a look-up by customer number finds. */
    private int found(String number) {
        String hashes = String.join(
                ",",
                vault.lookups(
                        key -> "'\\x" + HexFormat.of().formatHex(ContactKeys.customer(key, number)) + "'::bytea"));
        return LedgerFixture.strings(dataSource, "select id from recipient where customer_key in (" + hashes + ")")
                .size();
    }

    @Test
    void keysAreReplacedWhileListsAreAppliedAndMailIsSent() throws Exception {
        List<String> rows = new ArrayList<>(customers(1, 1500));
        rows.add(UNREADABLE);
        rows.add("C1,INDIVIDUAL,別人 一,,c1@example.jp,,,,,CURRENT,NAME");
        Vault.Keys before = vault.all();
        try (ScriptedMailServer mail = new ScriptedMailServer(mailPort)) {
            SendingFixture.affected("2016-attack", rows);
            String campaign = SendingFixture.running("2016-attack");
            assertThat(rotate().getBoolean("rotating")).isTrue();
            int looks = 0;
            while (rotating()) {
                // Half of them are known: found under the one key or the other.
                SendingFixture.affected("2017-attack", customers(1 + looks * 100, 200));
                assertThat(found("C2")).isOne();
                looks++;
            }
            assertThat(looks).isPositive();
            int people = Math.max(1500, looks * 100 + 100);
            assertThat(LedgerFixture.strings(
                            dataSource, "select count(*) from recipient where customer_key is not null"))
                    .as("nobody came in twice")
                    .containsExactly(Integer.toString(people));
            int known = LedgerFixture.contacts(dataSource, vault).size();
            assertThat(known).isEqualTo(people);
            eventually("everybody is told", () -> emails(campaign, "SENT") == 1499);
            assertThat(mail.received())
                    .extracting(ScriptedMailServer.Received::recipient)
                    .doesNotHaveDuplicates()
                    .hasSize(1499);
        }
        oldKeysAreNotNeeded(before);
    }

    private void oldKeysAreNotNeeded(Vault.Keys before) throws Exception {
        Vault.Keys after = vault.all();
        assertThat(after.sealingId()).isNotEqualTo(before.sealingId());
        assertThat(after.lookupId()).isNotEqualTo(before.lookupId());
        assertThat(resealing.left(after.sealingId())).isZero();
        KeyRing sealing = KeyRing.parse(
                KeyKind.SEALING, Files.readString(config.sealingKeyFile().orElseThrow()));
        KeyRing lookup = KeyRing.parse(
                KeyKind.LOOKUP, Files.readString(config.lookupKeyFile().orElseThrow()));
        assertThat(sealing.ids()).containsExactly(after.sealingId());
        assertThat(lookup.ids()).containsExactly(after.lookupId());
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from vault_rehashed"))
                .containsExactly("0");
        LookupKey key = vault.current().lookup();
        for (Contact contact : LedgerFixture.contacts(dataSource, vault)) {
            assertThat(LedgerFixture.strings(
                            dataSource,
                            "select 1 from recipient where customer_key = '\\x"
                                    + HexFormat.of().formatHex(ContactKeys.customer(key, contact.customerNumber()))
                                    + "'"))
                    .hasSize(1);
        }
    }

    /** What came back waits for a person for as long as it takes, and keys are changed meanwhile. */
    @Test
    void whatCameBackIsReadUnderTheNewKeys() {
        String id = as("service")
                .contentType("message/rfc822")
                .body(("From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n"
                                + "Hi. This is the qmail-send program at mx.example.\n\n<hanako@mx.example>:\nunknown user\n")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/bounces")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        int before = vault.all().sealingId();
        rotate();
        eventually("through", () -> !rotating());

        assertThat(vault.all().sealingId()).isNotEqualTo(before);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> resealing.left(vault.all().sealingId())))
                .isZero();
        as("officer")
                .get("/bounces/" + id)
                .then()
                .statusCode(200)
                .body("subject", equalTo("failure notice"))
                .body("recipients[0].recipient", equalTo("hanako@mx.example"));
    }

    /** As a process leaves it that dies between two batches: whatever is done is done, and the rest is found by itself. */
    @Test
    void whatIsUnderTheOldKeyStillIsFound() {
        SendingFixture.affected("2016-attack", customers(1, 700));
        Vault.Keys before = vault.all();
        SealingKey old = java.util.Objects.requireNonNull(before.sealing().get(before.sealingId()));
        rotate();
        eventually("through", () -> !rotating());
        java.util.UUID id = java.util.UUID.fromString(
                LedgerFixture.strings(dataSource, "select id from recipient order by no desc limit 1")
                        .get(0));
        byte[] leftBehind = old.seal(
                Contact.COLUMN, id, 0, Cells.pack("C700", "見本 C700", null, "c700@example.jp", null, null, null));
        LedgerFixture.execute(
                dataSource,
                "update recipient set contact = '\\x" + HexFormat.of().formatHex(leftBehind) + "' where id = '" + id
                        + "'");
        int key = vault.all().sealingId();
        assertThat(QuarkusTransaction.requiringNew().call(() -> resealing.left(key)))
                .isOne();
    }

    @Test
    void hashesOfAContactThatHasChangedSinceDoNotCount() {
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "NAME")));
        int key = vault.all().lookupId();
        rehashing.fill(key);
        assertThat(rehashing.left(key)).isZero();
        LedgerFixture.execute(dataSource, "update recipient set contact = contact || '\\x00'");
        assertThat(rehashing.left(key)).isOne();
    }
}
