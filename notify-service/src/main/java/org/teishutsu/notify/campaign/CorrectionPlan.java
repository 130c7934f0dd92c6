package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.exposure.HashJoins;

/**
 * Plans a correction for whoever was told more than the ledger holds today, by the channel rules of every message, once a
 * wording is approved. A correction says all that holds when it is planned; one that waits while that changes, or while
 * nothing is wrong any more, is dropped. Joins the caller's transaction, which holds the campaign's plan.
 */
@Singleton
class CorrectionPlan {

    /** Parties of a campaign who were told too much, by which messages. Parameters: the campaign, twice. */
    private static final String WRONG = """
            with wrong as materialized (
                select w.recipient_id, array_agg(distinct w.id order by w.id) as messages,
                    min(i.occurred_from) as attacked
                from wrong_message w
                cross join jsonb_object_keys(w.told) said(incident)
                join campaign_incident i on i.campaign_id = ? and i.incident = said.incident
                where w.campaign_id = ? and w.state <> 'UNCERTAIN'
                group by w.recipient_id
            )
            """;

    /** What holds of a party in a campaign's incidents. Parameter: the campaign. */
    private static final String HOLDS = """
            coalesce((
                select jsonb_object_agg(e.incident, e.mask) from exposure e
                where e.recipient_id = %s and e.withdrawn_at is null
                    and e.incident in (select incident from campaign_incident where campaign_id = ?)), '{}')
            """;

    private static final String MESSAGES =
            "(select array_agg(o.delivery_id order by o.delivery_id) from correction_of o where o.correction_id = d.id)";

    /** Parameters: the campaign, six times. */
    private static final String DROP_OVERTAKEN = (WRONG + """
            , waiting as materialized (
                select d.id, d.recipient_id, d.channel, d.told, c.wording_id, %s as messages
                from party_delivery d
                join delivery c on c.id = d.id
                join delivery_state s on s.delivery_id = d.id and s.claimed_by is null
                    and s.state in ('QUEUED', 'DEFERRED', 'PRINTED')
                where d.campaign_id = ? and d.purpose = 'CORRECTION'
            ), stamp as materialized (
                select domain_now() as at
            ), %s, overtaken as (
                select w.id, case when wrong.recipient_id is null then 'Nothing is to be corrected any more'
                    when w.messages is distinct from wrong.messages or w.told is distinct from %s
                        then 'What is to be corrected has changed'
                    when w.wording_id is distinct from correction_wording_in_force(?) then 'The wording has changed'
                    when w.channel = 'EMAIL' and %s is not null then 'The address may be somebody else''s by now'
                    end as why
                from waiting w
                join recipient r on r.id = w.recipient_id
                left join wrong on wrong.recipient_id = w.recipient_id
                left join shared on shared.email_key = r.email_key
            ), dropped as (
                update delivery_state s set state = 'CANCELLED'
                from overtaken
                where s.delivery_id = overtaken.id and overtaken.why is not null and s.campaign_id = ?
                    and s.claimed_by is null and s.state in ('QUEUED', 'DEFERRED', 'PRINTED')
                returning s.delivery_id, overtaken.why
            ), deferred as (
                delete from delivery_deferred w using dropped where w.delivery_id = dropped.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select delivery_id, 'CANCELLED', stamp.at, why from dropped, stamp
                returning delivery_id
            )
            select count(*) from event
            """)
            .formatted(
                    MESSAGES,
                    DeliveryPlan.SHARED,
                    HOLDS.formatted("w.recipient_id"),
                    DeliveryPlan.ADDRESS_RULE.formatted("wrong.attacked"));

    /**
     * Nobody gets a second one while the first is under way; one that came back is not sent to the same address again.
     * Parameters: the campaign, seven times.
     */
    private static final String PLAN = (WRONG + """
            , tried as materialized (
                select d.recipient_id, max(d.try_no) as try_no,
                    bool_or(d.channel = 'EMAIL' and s.state = 'REJECTED') as refused,
                    bool_or(d.channel = 'EMAIL' and s.state = 'BOUNCED') as bounced,
                    bool_or(d.purpose = 'CORRECTION' and (
                        s.state in ('QUEUED', 'DEFERRED', 'PRINTED', 'UNCERTAIN')
                        or (s.state = 'RETURNED' and %s @> wrong.messages
                            and not exists (
                                select from contact_change c
                                where c.recipient_id = d.recipient_id and c.released_at > d.recorded_at)))) as under_way
                from party_delivery d
                join delivery_state s on s.delivery_id = d.id
                join wrong on wrong.recipient_id = d.recipient_id
                where d.campaign_id = ?
                group by d.recipient_id
            ), stamp as materialized (
                select domain_now() as at
            ), %s, next as materialized (
                select r.id as recipient_id, r.no, r.has_address, wrong.messages, tried.try_no + 1 as try_no,
                    %s as told,
                    coalesce(%s, case when tried.bounced then 'BOUNCED' when tried.refused then 'REFUSED' end) as reason
                from wrong
                join tried on tried.recipient_id = wrong.recipient_id and not tried.under_way
                join recipient r on r.id = wrong.recipient_id
                left join shared on shared.email_key = r.email_key
                where correction_wording_in_force(?) is not null
            ), planned as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, purpose,
                    wording_id, recorded_at)
                select time_ordered_uuid(), ?, n.recipient_id, case when n.reason is null then 'EMAIL' else 'LETTER' end,
                    n.try_no, n.reason, n.told, 'CORRECTION', correction_wording_in_force(?), stamp.at
                from (select * from next where reason is null or has_address order by no) n, stamp
                on conflict do nothing
                returning id, campaign_id, recipient_id, channel
            ), queued as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, channel, 'QUEUED' from planned
                returning delivery_id
            ), puts_right as (
                insert into correction_of (correction_id, delivery_id, said_on)
                select p.id, d.id, sent_on(d.id, d.recorded_at)
                from planned p
                join next n on n.recipient_id = p.recipient_id
                cross join unnest(n.messages) said(delivery_id)
                join delivery d on d.id = said.delivery_id
            )
            select count(*) from queued
            """)
            .formatted(
                    MESSAGES,
                    DeliveryPlan.SHARED,
                    HOLDS.formatted("r.id"),
                    DeliveryPlan.ADDRESS_RULE.formatted("wrong.attacked"));

    private final DataSource dataSource;
    private final HashJoins hashJoins;

    CorrectionPlan(DataSource dataSource, HashJoins hashJoins) {
        this.dataSource = dataSource;
        this.hashJoins = hashJoins;
    }

    /** Drops what waits and is not so any more. */
    void dropOvertaken(UUID campaign) {
        run(DROP_OVERTAKEN, campaign, 6);
    }

    /** Says how many were added. */
    int plan(UUID campaign) {
        return run(PLAN, campaign, 7);
    }

    private int run(String sql, UUID campaign, int parameters) {
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= parameters; parameter++) {
                statement.setObject(parameter, campaign);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
