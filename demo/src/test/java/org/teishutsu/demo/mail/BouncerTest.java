package org.teishutsu.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teishutsu.demo.mail.Bouncer.Return;

class BouncerTest {

    @Test
    void aFewOfManyComeBackAndForTheSameRecipientAlwaysTheSame() {
        Map<Return, Integer> counts = new EnumMap<>(Return.class);
        for (int i = 0; i < 100_000; i++) {
            String recipient = "hanako." + i + "@mail.example";
            Bouncer.of(recipient).ifPresent(kind -> counts.merge(kind, 1, Integer::sum));
            assertThat(Bouncer.of(recipient.toUpperCase(Locale.ROOT))).isEqualTo(Bouncer.of(recipient));
        }

        assertThat(counts).containsOnlyKeys(Return.values());
        assertThat(counts.get(Return.UNKNOWN_USER)).isBetween(200, 400);
        assertThat(counts.get(Return.STRANGE)).isBetween(50, 200);
    }

    @Test
    void everyMessageGoesBackToWhereItsMessageCameFrom() {
        for (Return kind : Return.values()) {
            String message = new String(
                    Bouncer.write(kind, "bounce+id.tag@return.example", "hanako@mail.example", "Message-ID: <id.tag>"),
                    StandardCharsets.US_ASCII);

            assertThat(message).as(kind.name()).contains("\r\nTo: <bounce+id.tag@return.example>\r\n");
            assertThat(message.contains("Action: failed"))
                    .as(kind.name())
                    .isEqualTo(kind == Return.UNKNOWN_USER || kind == Return.MAILBOX_FULL);
        }
    }
}
