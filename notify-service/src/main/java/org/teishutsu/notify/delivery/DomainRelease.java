package org.teishutsu.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets go what waits for its domain: at its rate, or one by one while it rests. A domain that rests is tried with one
 * delivery after pauses that double. As long as others are refused, nobody's address is used up. Once as many others as
 * are wanted for witnesses have been taken one by one, whoever was refused is asked for once more: a refusal is his own
 * then. When nobody is left who was refused, the domain goes on.
 */
@Singleton
class DomainRelease {

    /** Parameter: the campaigns that run; what does not run must not use up a turn. */
    private static final String WAITING = """
            select m.id, m.paused_at is not null, m.rate_per_second
            from mail_domain m
            where m.probe_at <= clock_timestamp() or (m.paused_at is null and exists (
                select from delivery_deferred d where d.domain_id = m.id and d.campaign_id = any (?)
            ))
            """;

    /** Whoever changes the row has the turn. */
    private static final String TAKE_PROBE = """
            update mail_domain
            set failures = failures + 1, probe_at = clock_timestamp()
                + least(? * power(2, least(failures, 30)), ?) * interval '1 millisecond'
            where id = ? and probe_at <= clock_timestamp()
            returning witnesses
            """;

    /** What has been tried least comes first. Parameters: domain, campaigns, refused or null for both, number, admitted. */
    private static final String RELEASE = """
            with gone as (
                delete from delivery_deferred d
                using (
                    select delivery_id from delivery_deferred
                    where domain_id = ? and campaign_id = any (?) and refused = coalesce(?::boolean, refused)
                    order by refused, attempt, delivery_id
                    limit ? for update skip locked
                ) ready
                where d.delivery_id = ready.delivery_id
                returning d.delivery_id
            ), queued as (
                update delivery_state s set state = 'QUEUED', admitted = ?
                from gone where s.delivery_id = gone.delivery_id and s.state = 'DEFERRED'
                returning s.delivery_id
            )
            select count(*) from queued
            """;

    private static final String RATE = """
            select coalesce(used_up_to, '-infinity'), clock_timestamp() from mail_domain
            where id = ? for no key update skip locked
            """;

    private static final int AT_ONCE = 1000;

    private final DataSource dataSource;
    private final MailDomains domains;
    private final DeliveryConfig config;

    DomainRelease(DataSource dataSource, MailDomains domains, DeliveryConfig config) {
        this.dataSource = dataSource;
        this.domains = domains;
        this.config = config;
    }

    private record Waiting(
            UUID domain, boolean paused, @Nullable Integer perSecond) {}

    /** Lets go whose turn it is; any number of processes may ask. */
    void release(Collection<UUID> running) {
        Object[] campaigns = running.toArray();
        for (Waiting waiting : waiting(campaigns)) {
            if (waiting.paused()) {
                QuarkusTransaction.requiringNew().run(() -> probe(waiting.domain(), campaigns));
            } else if (waiting.perSecond() != null) {
                int perSecond = waiting.perSecond();
                QuarkusTransaction.requiringNew().run(() -> atRate(waiting.domain(), perSecond, campaigns));
            } else {
                release(waiting.domain(), campaigns, null, AT_ONCE, false);
            }
        }
    }

    private List<Waiting> waiting(Object[] campaigns) {
        List<Waiting> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setArray(1, connection.createArrayOf("uuid", campaigns));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Waiting(
                            row.getObject(1, UUID.class), row.getBoolean(2), row.getObject(3, Integer.class)));
                }
            }
        } catch (SQLException e) {
            throw new OutboxException("look for who waits for a domain", e);
        }
        return found;
    }

    /** One delivery tries whether the domain takes mail again; if there is none, there is nothing to hold back for. */
    private void probe(UUID domain, Object[] campaigns) {
        int witnesses = takeProbe(domain);
        if (witnesses < 0) {
            return;
        }
        boolean enough = witnesses >= config.domainWitnesses();
        int sent = release(domain, campaigns, enough, 1, true);
        if (sent == 0 && !enough) {
            sent = release(domain, campaigns, null, 1, true);
        }
        if (sent == 0 && (enough || !anythingWaits(domain))) {
            domains.resume(domain, null);
        }
    }

    /** Of a campaign that does not run, too: what is paused must not come upon a domain all at once. */
    private boolean anythingWaits(UUID domain) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select exists (select from delivery_deferred where domain_id = ?)")) {
            select.setObject(1, domain);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new OutboxException("look for who waits for a domain", e);
        }
    }

    private int takeProbe(UUID domain) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE_PROBE)) {
            take.setLong(1, config.domainProbeFirst().toMillis());
            take.setLong(2, config.domainProbeMax().toMillis());
            take.setObject(3, domain);
            try (ResultSet row = take.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        } catch (SQLException e) {
            throw new OutboxException("try a domain", e);
        }
    }

    private void atRate(UUID domain, int perSecond, Object[] campaigns) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RATE);
                PreparedStatement update =
                        connection.prepareStatement("update mail_domain set used_up_to = ? where id = ?")) {
            select.setObject(1, domain);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                Instant used = row.getObject(1, OffsetDateTime.class).toInstant();
                Instant now = row.getObject(2, OffsetDateTime.class).toInstant();
                int granted = RateLimit.grant(used, now, perSecond, AT_ONCE).granted();
                int released = granted == 0 ? 0 : release(domain, campaigns, null, granted, true);
                update.setObject(
                        1,
                        RateLimit.grant(used, now, perSecond, released)
                                .usedUpTo()
                                .atOffset(ZoneOffset.UTC));
                update.setObject(2, domain);
                update.executeUpdate();
            }
        } catch (SQLException e) {
            throw new OutboxException("ask for the rate of a domain", e);
        }
    }

    private int release(UUID domain, Object[] campaigns, @Nullable Boolean refused, int most, boolean admitted) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setObject(1, domain);
            release.setArray(2, connection.createArrayOf("uuid", campaigns));
            release.setObject(3, refused, java.sql.Types.BOOLEAN);
            release.setInt(4, most);
            release.setBoolean(5, admitted);
            try (ResultSet row = release.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new OutboxException("let go what waits for a domain", e);
        }
    }
}
