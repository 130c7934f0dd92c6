package org.teishutsu.report.restriction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver knows that a call came from here and is of now: {@code v1=} and the HMAC-SHA256, in hexadecimal, of the
 * timestamp (seconds since 1970), a dot and the body, under the callback's own secret.
 */
final class CallbackSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private CallbackSignature() {}

    /** The secret of one callback, which follows from the service's key and is kept nowhere. */
    static String secret(String key, UUID callback) {
        return HexFormat.of().formatHex(hmac(key, "callback " + callback));
    }

    static String sign(String secret, long timestamp, String body) {
        return "v1=" + HexFormat.of().formatHex(hmac(secret, timestamp + "." + body));
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
