package org.teishutsu.notify.delivery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** What a mail server or a user said of a delivery: kept as it was said, and sealed, for it can name the recipient. */
final class Reply {

    private static final String COLUMN = "reply";

    private Reply() {}

    static byte[] seal(Sealing sealing, UUID delivery, String words) {
        return sealing.seal(COLUMN, delivery, words.getBytes(StandardCharsets.UTF_8));
    }

    static String open(Vault vault, UUID delivery, byte[] sealed) {
        return new String(vault.open(COLUMN, delivery, sealed), StandardCharsets.UTF_8);
    }
}
