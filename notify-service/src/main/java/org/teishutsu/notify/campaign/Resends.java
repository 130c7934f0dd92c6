package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.id.Ids;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.letter.LetterReason;

/** Deliveries that the desk asked for. Joins the caller's transaction. */
@Singleton
class Resends {

    private static final String CASE = DeliveryPlan.AFFECTED + """
            select a.reason, a.has_address, a.told,
                coalesce((select max(d.try_no) from party_delivery d where d.campaign_id = ? and d.recipient_id = a.recipient_id), 0),
                (select case when bool_or(s.state = 'BOUNCED') then 'BOUNCED' when bool_or(s.state = 'REJECTED') then 'REFUSED' end
                    from party_delivery d join delivery_state s on s.delivery_id = d.id
                    where d.campaign_id = ? and d.recipient_id = a.recipient_id and d.channel = 'EMAIL'),
                exists (
                    select from party_delivery d join delivery_state s on s.delivery_id = d.id
                    where d.campaign_id = ? and d.recipient_id = a.recipient_id
                        and s.state in ('QUEUED', 'DEFERRED', 'UNCERTAIN', 'PRINTED')),
                not exists (
                    select from jsonb_each(a.told) item
                    where not exists (
                        select from closed_party c
                        where c.recipient_id = a.recipient_id
                            and item.value::text::bigint & ~coalesce((c.covers ->> item.key)::bigint, 0) = 0))
            from affected a
            where a.recipient_id = ?
            """;

    private static final String ADD = """
            with stamp as materialized (
                select domain_now() as at
            ), again as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, recorded_at)
                select ?, ?, ?, ?, ?, ?, ?::jsonb, stamp.at from stamp
                returning id, campaign_id, recipient_id, channel, try_no
            ), state as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, channel, 'QUEUED' from again
            ), asked as (
                insert into resend (delivery_id, reason, recorded_at, recorded_by)
                select id, ?, stamp.at, ? from again, stamp
                returning delivery_id, reason, recorded_at, recorded_by
            )
            select id, recipient_id, channel, try_no, reason, recorded_at, recorded_by
            from again join asked on asked.delivery_id = again.id
            """;

    private static final String PAGE = """
            select d.id, d.recipient_id, d.channel, d.try_no, a.reason, a.recorded_at, a.recorded_by
            from resend a
            join delivery d on d.id = a.delivery_id
            where d.campaign_id = ? and d.id > ?
            order by d.id
            limit ?
            """;

    private final DataSource dataSource;
    private final HashJoins hashJoins;

    Resends(DataSource dataSource, HashJoins hashJoins) {
        this.dataSource = dataSource;
        this.hashJoins = hashJoins;
    }

    /**
     * How a recipient of a campaign stands.
     *
     * @param reason why he is written to on paper; null if an e-mail may go
     * @param failed why the e-mails so far did not arrive; null if none failed
     * @param waiting whether something for him is under way
     * @param closed whether two people said of everything he would be told that he is not to be told it
     */
    record Case(
            @Nullable LetterReason reason,
            boolean hasAddress,
            String told,
            int tries,
            @Nullable LetterReason failed,
            boolean waiting,
            boolean closed) {

        @Nullable LetterReason letterReason() {
            return reason == null ? failed : reason;
        }

        Channel channel() {
            return letterReason() == null ? Channel.EMAIL : Channel.LETTER;
        }
    }

    /** Empty if the campaign tells him nothing. */
    Optional<Case> of(UUID campaign, UUID recipient) {
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CASE)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                select.setObject(parameter, campaign);
            }
            select.setObject(5, recipient);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Case(
                        reason(row.getString(1)),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getInt(4),
                        reason(row.getString(5)),
                        row.getBoolean(6),
                        row.getBoolean(7)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable LetterReason reason(@Nullable String name) {
        return name == null ? null : LetterReason.valueOf(name);
    }

    ResendView add(UUID campaign, UUID recipient, Case stands, String reason, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            @Nullable LetterReason letter = stands.letterReason();
            add.setObject(1, Ids.next());
            add.setObject(2, campaign);
            add.setObject(3, recipient);
            add.setString(4, stands.channel().name());
            add.setInt(5, stands.tries() + 1);
            add.setString(6, letter == null ? null : letter.name());
            add.setString(7, stands.told());
            add.setString(8, reason);
            add.setString(9, by);
            try (ResultSet row = add.executeQuery()) {
                row.next();
                return read(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those after an id, at most so many. */
    List<ResendView> after(UUID campaign, @Nullable UUID delivery, int most) {
        List<ResendView> resends = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, campaign);
            select.setObject(2, delivery == null ? new UUID(0, 0) : delivery);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    resends.add(read(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return resends;
    }

    private static ResendView read(ResultSet row) throws SQLException {
        return new ResendView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Channel.valueOf(row.getString(3)),
                row.getInt(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }
}
