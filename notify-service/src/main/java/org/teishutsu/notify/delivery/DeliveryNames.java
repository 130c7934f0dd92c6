package org.teishutsu.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.teishutsu.notify.mail.MailNames;
import org.teishutsu.notify.vault.Vault;

/**
 * What a delivery is called on the wire: its id, and a tag that only this suite can make. Ids stand in logs, lists and
 * addresses of calls; were they enough, whoever sees one could forge a bounce. The key never changes, for a bounce may
 * come when every other key has been replaced; it lies sealed in the database, so that a stolen copy forges nothing.
 */
@Singleton
public class DeliveryNames implements MailNames {

    private static final String COLUMN = "return_path_secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** 80 bits in 16 digits of base 32; with id and {@code bounce+} 60 of the 64 octets of RFC 5321, 4.5.3.1.1. */
    private static final int TAG_BYTES = 10;

    private static final int TAG_DIGITS = 16;
    private static final int BASE = 32;
    private static final Pattern NAME = Pattern.compile(
            "(?<![0-9a-f])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9a-v]{16})(?![0-9a-z])",
            Pattern.CASE_INSENSITIVE);

    private final DataSource dataSource;
    private final Vault vault;
    private volatile byte[] key = {};

    DeliveryNames(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /**
     * A name that stands in a text.
     *
     * @param genuine whether the tag is that of the delivery; if not, it is forged, cut or another system's
     */
    public record Named(UUID delivery, boolean genuine) {}

    /** After the vault, before anything is sent. */
    void start(@Observes @Priority(20) StartupEvent event) {
        key = QuarkusTransaction.requiringNew().call(this::readOrMake);
    }

    @Override
    public String of(UUID delivery) {
        return delivery + "." + tag(delivery);
    }

    /** The names in a text, each once; an id alone is none. */
    public List<Named> in(CharSequence text) {
        return NAME.matcher(text)
                .results()
                .map(found -> named(UUID.fromString(found.group(1)), found.group(2)))
                .distinct()
                .toList();
    }

    private Named named(UUID delivery, String tag) {
        return new Named(delivery, MessageDigest.isEqual(ascii(tag.toLowerCase(Locale.ROOT)), ascii(tag(delivery))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String tag(UUID delivery) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(delivery.getMostSignificantBits())
                .putLong(delivery.getLeastSignificantBits())
                .array();
        byte[] tag;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            tag = mac.doFinal(id);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        String digits = new BigInteger(1, Arrays.copyOf(tag, TAG_BYTES)).toString(BASE);
        return "0".repeat(TAG_DIGITS - digits.length()) + digits;
    }

    /** Of two processes that start at once on an empty database one makes the key and both read it. */
    private byte[] readOrMake() throws SQLException {
        UUID id = UUID.randomUUID();
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        byte[] sealed = vault.hold().seal(COLUMN, id, fresh);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into return_path_key (id, return_path_secret) values (?, ?) on conflict do nothing");
                PreparedStatement select =
                        connection.prepareStatement("select id, return_path_secret from return_path_key")) {
            insert.setObject(1, id);
            insert.setBytes(2, sealed);
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return vault.open(COLUMN, row.getObject(1, UUID.class), row.getBytes(2));
            }
        }
    }
}
