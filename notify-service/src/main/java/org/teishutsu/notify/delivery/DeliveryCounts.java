package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;

/** Counts the outbox of a campaign, for a display. */
@Singleton
public class DeliveryCounts {

    private static final String COUNT = """
            select channel,
                case when claimed_by is not null then 'SENDING' when state = 'DEFERRED' then 'QUEUED' else state end,
                count(*), count(*) filter (where state = 'DEFERRED' and channel = 'EMAIL'), sum(resends)
            from delivery_state
            where campaign_id = ?
            group by 1, 2
            """;

    private static final String WAITING = """
            select count(domain_id), max(due_at) filter (where domain_id is null)
            from delivery_deferred
            where campaign_id = ?
            """;

    private static final String UNSENT = """
            select exists (
                select from delivery_state where campaign_id = ? and state = 'QUEUED' and channel = 'EMAIL'
            )
            """;

    private static final String CANCELLABLE = """
            select exists (
                select from delivery_state
                where campaign_id = ? and state in ('QUEUED', 'DEFERRED', 'PRINTED') and claimed_by is null
            )
            """;

    private static final Map<Channel, Set<DeliveryState>> STATES = Map.of(
            Channel.EMAIL,
            EnumSet.complementOf(EnumSet.of(DeliveryState.PRINTED, DeliveryState.POSTED, DeliveryState.RETURNED)),
            Channel.LETTER,
            EnumSet.of(
                    DeliveryState.QUEUED,
                    DeliveryState.PRINTED,
                    DeliveryState.POSTED,
                    DeliveryState.RETURNED,
                    DeliveryState.CANCELLED));

    private final DataSource dataSource;

    DeliveryCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By channel and state, zeros included. */
    public Counts of(UUID campaign) {
        Map<Channel, SortedMap<DeliveryState, Long>> counts = new EnumMap<>(Channel.class);
        STATES.forEach((channel, states) -> {
            SortedMap<DeliveryState, Long> zeros = new TreeMap<>();
            states.forEach(state -> zeros.put(state, 0L));
            counts.put(channel, zeros);
        });
        long deferred = 0;
        long resent = 0;
        long waiting = 0;
        @Nullable Instant lastDue = null;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT);
                PreparedStatement later = connection.prepareStatement(WAITING)) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(Channel.valueOf(row.getString(1)), c -> new TreeMap<>())
                            .merge(DeliveryState.valueOf(row.getString(2)), row.getLong(3), Long::sum);
                    deferred += row.getLong(4);
                    resent += row.getLong(5);
                }
            }
            later.setObject(1, campaign);
            try (ResultSet row = later.executeQuery()) {
                row.next();
                waiting = row.getLong(1);
                @Nullable OffsetDateTime due = row.getObject(2, OffsetDateTime.class);
                lastDue = due == null ? null : due.toInstant();
            }
        } catch (SQLException e) {
            throw new OutboxException("count", e);
        }
        return new Counts(counts, deferred, waiting, lastDue, resent);
    }

    /** Whether an e-mail of a campaign waits to be sent now; those deferred do not count. */
    public boolean hasUnsent(UUID campaign) {
        return exists(UNSENT, campaign);
    }

    /** Whether something of a campaign, by any channel, is in nobody's hands and could still be cancelled. */
    public boolean hasCancellable(UUID campaign) {
        return exists(CANCELLABLE, campaign);
    }

    private boolean exists(String sql, UUID campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new OutboxException("look for the unsent", e);
        }
    }

    /**
     * What a display shows.
     *
     * @param deferred of those QUEUED, the ones the mail server put off
     * @param waitingForDomains of those, the ones that wait for their recipient's domain
     * @param lastDue when the last of the others is due again, in domain time
     * @param resent how often something was sent again although it may have arrived
     */
    public record Counts(
            Map<Channel, SortedMap<DeliveryState, Long>> deliveries,
            long deferred,
            long waitingForDomains,
            @Nullable Instant lastDue,
            long resent) {

        public long all() {
            return deliveries.values().stream()
                    .flatMap(states -> states.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
