package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.eventually;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.delivery.DeliveryNames.Named;
import org.teishutsu.notify.vault.Vault;

@QuarkusTest
@NotifyServiceTest
class DeliveryNamesTest {

    private static final UUID ID = UUID.fromString("015d9a3c-0000-7000-8000-000000000001");

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @Inject
    DeliveryNames names;

    @Test
    void whatWasNamedIsFoundWhereverItStands() {
        String name = names.of(ID);

        assertThat(name.length() + "bounce+".length()).isLessThanOrEqualTo(64);
        for (String text : List.of(
                "bounce+" + name + "@mail.example.jp",
                "Message-ID: <" + name + "@mail.example.jp>",
                "rfc822;\"bounce+" + name.toUpperCase(Locale.ROOT) + "\"@MAIL.EXAMPLE.JP",
                "SRS0=abcd=xy=mail.example.jp=bounce+" + name + "@forwarder.example")) {
            assertThat(names.in(text)).as(text).containsExactly(new Named(ID, true));
        }
        assertThat(names.in(name + " " + name + " " + UUID.randomUUID())).hasSize(1);
    }

    @Test
    void whoeverKnowsTheIdAloneForgesNothing() {
        String name = names.of(ID);
        Set<String> forged = new HashSet<>(List.of(ID + "", ID + ".", ID + ".tag", ID + "." + "0".repeat(16)));
        for (int i = name.length() - 16; i < name.length(); i++) {
            char other = name.charAt(i) == 'a' ? 'b' : 'a';
            forged.add(name.substring(0, i) + other + name.substring(i + 1));
        }
        forged.add(names.of(UUID.randomUUID()).replaceFirst("^[^.]+", ID.toString()));

        assertThat(forged)
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(names.in("<bounce+" + text + "@mail.example.jp>"))
                        .noneMatch(Named::genuine));
        assertThat(names.in(name + "0").stream().anyMatch(Named::genuine)).isFalse();
    }

    /** Bounces come weeks later, when the keys have been replaced and the service started anew. */
    @Test
    void namesOutliveTheKeysOfPersonalData() {
        String before = names.of(ID);
        as("service").post("/vault/rotation").then().statusCode(202);
        eventually(
                "rotated",
                () -> !as("auditor")
                        .get("/vault")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getBoolean("rotating"));

        DeliveryNames another = new DeliveryNames(dataSource, vault);
        another.start(new StartupEvent());

        assertThat(another.of(ID)).isEqualTo(before);
        assertThat(LedgerFixture.strings(dataSource, "select count(*) from return_path_key"))
                .containsExactly("1");
    }
}
