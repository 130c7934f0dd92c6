package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.letter.LetterReason;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** Looks deliveries up, and takes a person's word for those nobody else knows of. Joins the caller's transaction. */
@Singleton
class Deliveries {

    private static final String WORLDS_STATE = """
            case when s.claimed_by is not null then 'SENDING' when s.state = 'DEFERRED' then 'QUEUED' else s.state end
            """;

    private static final String SELECT = """
            select d.id, d.campaign_id, d.recipient_id, d.channel, d.try_no,
            """ + WORLDS_STATE + """
                as state, d.address_reason, s.attempts, s.resends, d.recorded_at,
                e.recorded_at, e.recorded_by, e.note, e.reply, w.due_at
            from delivery_state s
            join delivery d on d.id = s.delivery_id
            left join lateral (
                select recorded_at, recorded_by, note, reply from delivery_event where delivery_id = s.delivery_id
                order by id desc limit 1
            ) e on true
            left join delivery_deferred w on w.delivery_id = s.delivery_id
            """;

    private static final String LIST = SELECT + """
            where s.delivery_id > ? and (?::uuid is null or s.campaign_id = ?) and (?::text is null or ? =
            """ + WORLDS_STATE + """
            )
            order by s.delivery_id
            limit ?
            """;

    private static final String ONE = SELECT + "where s.delivery_id = ?";

    /** A person's word on what is UNCERTAIN; what did not arrive opens the next channel. */
    private static final String RESOLVE = """
            with stamp as materialized (
                select domain_now() as at
            ), resolved as (
                update delivery_state s set state = ?, resends = s.resends + ?, claimed_by = null
                where s.delivery_id = ? and s.state = 'UNCERTAIN'
                returning s.delivery_id, s.state
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, recorded_by, reply)
                select delivery_id, state, stamp.at, ?, ? from resolved, stamp
            ), letter as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, recorded_at)
                select time_ordered_uuid(), d.campaign_id, d.recipient_id, 'LETTER', d.try_no, 'BOUNCED', d.told,
                    stamp.at
                from resolved join delivery d on d.id = resolved.delivery_id join recipient r on r.id = d.recipient_id,
                    stamp
                where resolved.state = 'BOUNCED' and r.has_address
                on conflict do nothing
                returning id, campaign_id
            ), letter_state as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, 'LETTER', 'QUEUED' from letter
            )
            select count(*) from resolved
            """;

    private final DataSource dataSource;
    private final Vault vault;

    Deliveries(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /** Those after an id, in the order in which they were planned. */
    List<DeliveryView> after(UUID key, @Nullable UUID campaign, @Nullable DeliveryState state, int limit) {
        List<DeliveryView> deliveries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, key);
            select.setObject(2, campaign);
            select.setObject(3, campaign);
            @Nullable String name = state == null ? null : state.name();
            select.setString(4, name);
            select.setString(5, name);
            select.setInt(6, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    deliveries.add(read(row));
                }
            }
        } catch (SQLException e) {
            throw new OutboxException("list", e);
        }
        return deliveries;
    }

    DeliveryView get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("delivery", id));
    }

    private Optional<DeliveryView> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new OutboxException("look up", e);
        }
    }

    /** Whether the delivery was UNCERTAIN still, and now is what the person says. */
    boolean resolve(UUID id, DeliveryState state, String by, String ground) {
        Sealing sealing = vault.hold();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement resolve = connection.prepareStatement(RESOLVE)) {
            resolve.setString(1, state.name());
            resolve.setInt(2, state == DeliveryState.QUEUED ? 1 : 0);
            resolve.setObject(3, id);
            resolve.setString(4, by);
            resolve.setBytes(5, Reply.seal(sealing, id, ground));
            try (ResultSet row = resolve.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        } catch (SQLException e) {
            throw new OutboxException("resolve", e);
        }
    }

    private DeliveryView read(ResultSet row) throws SQLException {
        @Nullable String reason = row.getString(7);
        @Nullable Instant recordedAt = instant(row, 10);
        if (recordedAt == null) {
            throw new IllegalStateException("A delivery without an instant");
        }
        return new DeliveryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Channel.valueOf(row.getString(4)),
                row.getInt(5),
                DeliveryState.valueOf(row.getString(6)),
                reason == null ? null : LetterReason.valueOf(reason),
                row.getInt(8),
                row.getInt(9),
                recordedAt,
                instant(row, 11),
                row.getString(12),
                reply(row),
                instant(row, 15));
    }

    private @Nullable String reply(ResultSet row) throws SQLException {
        byte @Nullable [] sealed = row.getBytes(14);
        return sealed == null ? row.getString(13) : Reply.open(vault, row.getObject(1, UUID.class), sealed);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
