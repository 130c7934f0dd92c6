package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.common.id.Ids;

/** What was told by telephone: a delivery that has arrived as soon as it is there. Joins the caller's transaction. */
@Singleton
public class SpokenDeliveries {

    /**
     * What waits to say the same to the same person is not needed any more; what is printed may go. Said to somebody who was
     * told too much before, it puts that right.
     */
    private static final String RECORD = """
            with stamp as materialized (
                select domain_now() as at
            ), wrong as materialized (
                select w.id, sent_on(d.id, d.recorded_at) as said_on
                from wrong_message w
                join delivery d on d.id = w.id
                where w.campaign_id = ? and w.recipient_id = ?
            ), spoken as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, told, purpose, recorded_at)
                select ?, c.id, ?, 'TELEPHONE', 1 + coalesce(max(d.try_no), 0), ?::jsonb,
                    case when exists (select from wrong) then 'CORRECTION' else 'NOTICE' end, min(stamp.at)
                from campaign c
                cross join stamp
                left join party_delivery d on d.campaign_id = c.id and d.recipient_id = ?
                where c.id = ?
                group by c.id
                returning id, campaign_id, recipient_id, told
            ), spoken_state as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, 'TELEPHONE', 'DELIVERED' from spoken
            ), puts_right as (
                insert into correction_of (correction_id, delivery_id, said_on)
                select spoken.id, wrong.id, wrong.said_on from spoken, wrong
            ), needless as (
                update delivery_state s set state = 'CANCELLED'
                from party_delivery d, spoken
                where s.delivery_id = d.id and d.campaign_id = spoken.campaign_id and d.recipient_id = spoken.recipient_id
                    and d.told = spoken.told and s.state in ('QUEUED', 'DEFERRED') and s.claimed_by is null
                returning s.delivery_id
            ), deferred as (
                delete from delivery_deferred w using needless where w.delivery_id = needless.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, recorded_by, note)
                select id, 'DELIVERED', stamp.at, ?, null from spoken, stamp
                union all
                select delivery_id, 'CANCELLED', stamp.at, null, 'Told by telephone' from needless, stamp
            )
            select count(*) from spoken
            """;

    private final DataSource dataSource;

    SpokenDeliveries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Records that somebody was told.
     *
     * @param told incident code to mask of leak items, as JSON
     * @return the delivery
     */
    public UUID record(UUID campaign, UUID recipient, String told, String by) {
        UUID id = Ids.next();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement record = connection.prepareStatement(RECORD)) {
            record.setObject(1, campaign);
            record.setObject(2, recipient);
            record.setObject(3, id);
            record.setObject(4, recipient);
            record.setString(5, told);
            record.setObject(6, recipient);
            record.setObject(7, campaign);
            record.setString(8, by);
            try (ResultSet row = record.executeQuery()) {
                row.next();
                if (row.getInt(1) != 1) {
                    throw new IllegalStateException("A call was not recorded: there is no campaign " + campaign);
                }
            }
        } catch (SQLException e) {
            throw new OutboxException("record a call", e);
        }
        return id;
    }
}
