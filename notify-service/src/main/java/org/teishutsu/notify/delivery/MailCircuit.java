package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mail server as a whole takes mail, known to all processes. Open means that nothing is sent; one process at
 * a time then asks the server whether it takes mail again, after pauses of machine time that double.
 */
@Singleton
public class MailCircuit {

    private static final String OPEN = """
            update mail_circuit
            set open = true, reason = ?, opened_at = clock_timestamp(), failures = 1,
                probe_at = clock_timestamp() + ? * interval '1 millisecond'
            where not open
            """;

    /** Whoever changes the row asks the server; it puts the next time off far enough for one answer. */
    private static final String TAKE_PROBE = """
            update mail_circuit
            set failures = failures + 1, probe_at = clock_timestamp()
                + least(? * power(2, least(failures, 30)), ?) * interval '1 millisecond'
            where open and probe_at <= clock_timestamp()
            """;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()]+@[^\\s<>()]+");

    private static final String STILL_REFUSES = "update mail_circuit set reason = ? where open";

    private static final String CLOSE = """
            update mail_circuit
            set open = false, reason = null, opened_at = null, probe_at = null, failures = 0
            where open
            """;

    private final DataSource dataSource;
    private final DeliveryConfig config;
    private volatile @Nullable String reason;

    MailCircuit(DataSource dataSource, DeliveryConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /** Why nothing is sent, as of the last look; empty while the server takes mail. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    boolean isOpen() {
        return reason != null;
    }

    /** The server refused as a whole. */
    void open(String refusal) {
        String why = withoutAddresses(refusal);
        reason = why;
        change(OPEN, statement -> {
            statement.setString(1, why);
            statement.setLong(2, config.probeFirst().toMillis());
        });
    }

    /** Takes over what other processes have found. */
    void follow() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select coalesce(reason, '') from mail_circuit where open");
                ResultSet row = select.executeQuery()) {
            reason = row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new OutboxException("ask for the circuit", e);
        }
    }

    /** Whether it is this process's turn to ask the server now. */
    boolean takeProbe() {
        return isOpen()
                && change(TAKE_PROBE, statement -> {
                            statement.setLong(1, config.probeFirst().toMillis());
                            statement.setLong(2, config.probeMax().toMillis());
                        })
                        == 1;
    }

    /** What the server said: why it still refuses, or nothing if it takes mail again. */
    void probed(Optional<String> refusal) {
        if (refusal.isPresent()) {
            change(STILL_REFUSES, statement -> statement.setString(1, withoutAddresses(refusal.get())));
        } else {
            change(CLOSE, statement -> {});
        }
        follow();
    }

    /** The reason is shown to everybody and stored as it is; a server may name there whom it refused. */
    private static String withoutAddresses(String words) {
        return ADDRESS.matcher(words).replaceAll("***");
    }

    private int change(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("change the circuit", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
