package org.teishutsu.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/**
 * The recipients' domains that rest or have a rate, known to all processes. A domain that refuses us by policy rests:
 * nobody's address is used up by it. {@link DomainRelease} says who of it may go.
 */
@Singleton
public class MailDomains {

    private static final Logger LOG = Logger.getLogger(MailDomains.class);
    private static final String COLUMN = "details";

    private static final String SELECT = "select id, details, paused_at, probe_at, rate_per_second from mail_domain";

    private static final String TREATED_APART = SELECT + " where paused_at is not null or rate_per_second is not null";

    /** Two processes that meet the same domain make one row of it. */
    private static final String LOCK = "lock table mail_domain in share row exclusive mode";

    /**
     * Whoever is refused again after enough witnesses pauses nothing, for it is his own refusal; nor does he take the
     * witnesses away, whether or not the domain has gone on in the meantime.
     */
    private static final String REFUSED = """
            update mail_domain m
            set details = ?,
                paused_at = case when own then paused_at else coalesce(paused_at, domain_now()) end,
                failures = case when paused_at is null then 1 else failures end,
                probe_at = case
                    when own and paused_at is null then null
                    when own then clock_timestamp()
                    when paused_at is null then clock_timestamp() + ? * interval '1 millisecond'
                    else probe_at end,
                witnesses = case when known.before then witnesses else 0 end
            from (
                select id, before, before and witnesses >= ? as own
                from mail_domain, (values (?::boolean)) as asked (before)
                where id = ?
                for update of mail_domain
            ) known
            where m.id = known.id
            """;

    private static final String ACCEPTED = """
            update mail_domain set witnesses = witnesses + 1, failures = 0, probe_at = clock_timestamp()
            where id = ? and paused_at is not null
            """;

    private static final String RESUME = """
            update mail_domain set paused_at = null, probe_at = null, failures = 0
            where id = ? and paused_at is not null
            """;

    private final DataSource dataSource;
    private final Vault vault;
    private final DeliveryConfig config;
    private final Set<String> beingNoted = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Known> apart = Map.of();

    MailDomains(DataSource dataSource, Vault vault, DeliveryConfig config) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.config = config;
    }

    /** A domain and the cell it was read from, so that a cell is opened once. */
    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    private record Known(MailDomain domain, byte[] sealed) {}

    /** The domain if it is treated apart, as of the last look. */
    Optional<MailDomain> find(String name) {
        return Optional.ofNullable(apart.get(name)).map(Known::domain);
    }

    /** How many rest, as of the last look. */
    public int paused() {
        return (int)
                apart.values().stream().filter(known -> known.domain().paused()).count();
    }

    /** Takes over what other processes have found. */
    void follow() {
        Map<UUID, Known> before = new HashMap<>();
        apart.values().forEach(known -> before.put(known.domain().id(), known));
        Map<String, Known> now = new HashMap<>();
        for (Known known : read(TREATED_APART, before)) {
            now.put(known.domain().name(), known);
        }
        apart = now;
    }

    /**
     * A domain has refused us by policy: it rests from now on, unless it is one recipient's own refusal.
     *
     * @param before whether it had refused the same delivery before, which says nothing new of the domain
     */
    UUID refused(String name, String words, boolean before) {
        beingNoted.add(name);
        try {
            return note(name, words, before);
        } finally {
            beingNoted.remove(name);
        }
    }

    /** Whether a refusal of this domain is on its way into the database: until then nobody else tries it. */
    boolean isBeingNoted(String name) {
        return beingNoted.contains(name);
    }

    private UUID note(String name, String words, boolean before) {
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            Sealing sealing = vault.hold();
            UUID domain = findOrMake(name, sealing);
            boolean rested = isPaused(domain);
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement update = connection.prepareStatement(REFUSED)) {
                update.setBytes(1, seal(sealing, domain, name, words));
                update.setLong(2, config.domainProbeFirst().toMillis());
                update.setInt(3, config.domainWitnesses());
                update.setBoolean(4, before);
                update.setObject(5, domain);
                update.executeUpdate();
            }
            if (!rested && isPaused(domain)) {
                SendingEvents.paused(dataSource, domain);
                LOG.warnf("Domain %s refuses us by policy and rests; GET /mail/domains says why", domain);
            }
            return domain;
        });
        follow();
        return id;
    }

    /** Somebody whose turn it was has been taken by a domain that rests. */
    void accepted(UUID id) {
        change(ACCEPTED, id);
    }

    /** What waits for the domain goes on; by null when the suite found that it takes mail again. */
    boolean resume(UUID id, @Nullable String by) {
        boolean resumed = QuarkusTransaction.joiningExisting().call(() -> {
            boolean changed = change(RESUME, id) == 1;
            if (changed) {
                SendingEvents.resumed(dataSource, id, by);
            }
            return changed;
        });
        if (resumed) {
            LOG.infof("Domain %s goes on", id);
        }
        return resumed;
    }

    /** Gives a domain a rate, or takes it away. */
    UUID rate(String name, @Nullable Integer perSecond, String by) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            UUID id = findOrMake(name, vault.hold());
            rate(id, perSecond, by);
            return id;
        });
    }

    /** Gives a known domain a rate, or takes it away. */
    boolean rate(UUID id, @Nullable Integer perSecond, String by) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement update =
                            connection.prepareStatement("update mail_domain set rate_per_second = ? where id = ?")) {
                update.setObject(1, perSecond, java.sql.Types.INTEGER);
                update.setObject(2, id);
                boolean known = update.executeUpdate() == 1;
                if (known) {
                    SendingEvents.rate(dataSource, null, id, perSecond, by);
                }
                return known;
            }
        });
    }

    /** All that are known, those that are not treated apart any more included, in the order in which they came up. */
    List<MailDomain> all() {
        return read(SELECT + " order by id", Map.of()).stream()
                .map(Known::domain)
                .toList();
    }

    private UUID findOrMake(String name, Sealing sealing) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement insert =
                        connection.prepareStatement("insert into mail_domain (id, details) values (?, ?)")) {
            lock.execute();
            Optional<UUID> known = all().stream()
                    .filter(d -> d.name().equals(name))
                    .map(MailDomain::id)
                    .findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            UUID id = Ids.next();
            insert.setObject(1, id);
            insert.setBytes(2, seal(sealing, id, name, null));
            insert.executeUpdate();
            return id;
        }
    }

    private boolean isPaused(UUID id) {
        return all().stream().anyMatch(domain -> domain.id().equals(id) && domain.paused());
    }

    private static byte[] seal(Sealing sealing, UUID id, String name, @Nullable String words) {
        return sealing.seal(COLUMN, id, Cells.pack(name, words));
    }

    private List<Known> read(String sql, Map<UUID, Known> before) {
        List<Known> domains = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                domains.add(read(row, before));
            }
        } catch (SQLException e) {
            throw new OutboxException("look at the domains", e);
        }
        return domains;
    }

    private Known read(ResultSet row, Map<UUID, Known> before) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        byte[] sealed = row.getBytes(2);
        Known known = before.get(id);
        List<@Nullable String> texts = known != null && Arrays.equals(known.sealed(), sealed)
                ? Arrays.asList(known.domain().name(), known.domain().refusal())
                : Cells.unpack(vault.open(COLUMN, id, sealed));
        MailDomain domain = new MailDomain(
                id,
                String.valueOf(texts.get(0)),
                instant(row, 3),
                texts.get(1),
                instant(row, 4),
                row.getObject(5, Integer.class));
        return new Known(domain, sealed);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private int change(String sql, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("change a domain", e);
        }
    }
}
