package org.teishutsu.notify.figures;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.teishutsu.common.figures.NoReturnAfter;
import org.teishutsu.notify.exposure.HashJoins;

/**
 * Counts facts up to an instant. Every statement reads facts alone (exposures with their validity, deliveries, their
 * events, closings, calls, changes of contact data, inquiries), never a state or a counter, so the same instant always counts the same. Joins the caller's
 * snapshot.
 */
@Singleton
class FigureFacts {

    /**
     * Recipients by {@link Standing}, in each incident and in all of them together, deliveries by channel and state, calls
     * by outcome, and who was told too much by whether he has been told that.
     *
     * <p>A delivery counts for an incident if it tells every item of the exposure as it stood at the instant: who gained
     * items later has not been told. An inquiry by inquiry number after the message was sent confirms that it arrived:
     * the number stands nowhere else. So does a call in which he was told. A closing counts for an incident by the same
     * rule as a delivery.
     */
    private static final String NOTIFICATION = """
            with open_exposure as materialized (
                select recipient_id, incident, mask from exposure
                where incident in (:incidents)
                  and recorded_at <= :asOf and (withdrawn_at is null or withdrawn_at > :asOf)
            ),
            last_event as materialized (
                select delivery_id, max(id) as id,
                       min(recorded_at) filter (where state in ('SENT', 'POSTED')) as sent_at
                from delivery_event where recorded_at <= :asOf group by delivery_id
            ),
            -- Whoever was merged by the instant is the one he was merged with, and what he was told that one was told.
            merged as materialized (
                select recipient_id, survivor_id from recipient_merge where recorded_at <= :asOf
            ),
            attempt as materialized (
                select d.id, d.purpose, coalesce(m.survivor_id, d.recipient_id) as recipient_id, d.channel, d.told,
                       e.state as event, l.sent_at,
                       case d.channel when 'EMAIL' then l.sent_at <= :emailSilentSince
                                      else l.sent_at <= :letterSilentSince end as silent
                from delivery d
                left join merged m on m.recipient_id = d.recipient_id
                left join last_event l on l.delivery_id = d.id
                left join delivery_event e on e.id = l.id
                where d.recorded_at <= :asOf
            ),
            -- What a correction that was sent puts right does not count any more; what the correction says does.
            corrected as materialized (
                select o.delivery_id, d.told as holds
                from correction_of o
                join delivery d on d.id = o.correction_id
                join last_event l on l.delivery_id = o.correction_id
                join delivery_event e on e.id = l.id and e.state in ('SENT', 'DELIVERED', 'POSTED')
            ),
            last_contact as materialized (
                select coalesce(m.survivor_id, q.recipient_id) as recipient_id, max(q.recorded_at) as at
                from inquiry q
                left join merged m on m.recipient_id = q.recipient_id
                where q.recipient_id is not null and q.recorded_at <= :asOf group by 1
            ),
            no_address as materialized (
                select r.id
                from recipient r
                left join (
                    select distinct on (recipient_id) recipient_id, reachable_before
                    from contact_change where released_at > :asOf order by recipient_id, released_at
                ) then_still on then_still.recipient_id = r.id
                where not coalesce(then_still.reachable_before, r.email_key is not null or r.has_address)
            ),
            closed as materialized (
                select coalesce(m.survivor_id, s.recipient_id) as recipient_id, s.covers, k.reason
                from closing_recipient s
                join closing k on k.id = s.closing_id and k.released_at <= :asOf
                left join merged m on m.recipient_id = s.recipient_id
                where s.lifted_at is null or s.lifted_at > :asOf
            ),
            standing as materialized (
                select a.recipient_id, a.told,
                    case when a.channel = 'TELEPHONE' then 70
                         when a.event in ('SENT', 'DELIVERED', 'POSTED')
                             then case when c.at >= a.sent_at then 70 when a.silent then 60 else 50 end
                         when a.event = 'UNCERTAIN' then 44
                         when a.event = 'RETURNED' then 32
                         when a.event = 'BOUNCED' then 31
                         when a.event = 'REJECTED' then 30
                         when a.channel = 'EMAIL' and a.event = 'QUEUED' then 43
                         when a.channel = 'EMAIL' then 42
                         when a.channel = 'LETTER' and a.event = 'QUEUED' then 39
                         when n.id is null then 41 else 40
                    end as rank
                from attempt a
                left join last_contact c on c.recipient_id = a.recipient_id
                left join no_address n on n.id = a.recipient_id
                where a.event is distinct from 'CANCELLED' and a.id not in (select delivery_id from corrected)
                union all
                select recipient_id, covers,
                    case reason when 'DECEASED' then 49 when 'DISSOLVED' then 48 when 'DECLINED' then 47
                         when 'OTHER' then 46 else 45 end
                from closed
            ),
            told as materialized (
                select x.recipient_id, x.incident, coalesce(max(a.rank), case when n.id is null then 11 else 10 end) as rank
                from open_exposure x
                left join standing a on a.recipient_id = x.recipient_id
                     and cast(a.told ->> x.incident as bigint) & x.mask = x.mask
                left join no_address n on n.id = x.recipient_id
                group by x.recipient_id, x.incident, n.id
            ),
            -- Nobody was told too much of whom nothing was ever withdrawn.
            taken_back as materialized (
                select distinct coalesce(m.survivor_id, x.recipient_id) as recipient_id
                from exposure x
                left join merged m on m.recipient_id = x.recipient_id
                where x.incident in (:incidents) and x.withdrawn_at <= :asOf
            ),
            held as materialized (
                select x.recipient_id, jsonb_object_agg(x.incident, x.mask) as holds
                from open_exposure x
                join taken_back t on t.recipient_id = x.recipient_id
                group by x.recipient_id
            ),
            wrongly_told as materialized (
                select a.recipient_id,
                    case when c.delivery_id is not null then 'SENT'
                         when exists (
                             select from closed k
                             where k.recipient_id = a.recipient_id and not exists (
                                 select from jsonb_each(a.told) item
                                 where item.key in (:incidents)
                                   and cast(cast(item.value as text) as bigint)
                                       & ~coalesce(cast(k.covers ->> item.key as bigint), 0) <> 0)) then 'CLOSED'
                         else 'DUE' end as state
                from taken_back t
                join attempt a on a.recipient_id = t.recipient_id
                     and (a.channel = 'TELEPHONE' or a.event in ('SENT', 'DELIVERED', 'POSTED'))
                left join corrected c on c.delivery_id = a.id
                left join held h on h.recipient_id = a.recipient_id
                where exists (
                    select from jsonb_each(a.told) item
                    where item.key in (:incidents)
                      and cast(cast(item.value as text) as bigint)
                          & ~coalesce(cast(coalesce(c.holds, h.holds) ->> item.key as bigint), 0) <> 0)
            )
            select 'INCIDENT' as kind, incident as subject, cast(rank as text) as detail, count(*) as number,
                   cast(0 as bigint) as several
            from told group by incident, rank
            union all
            select 'UNION', '', cast(rank as text), count(*), count(*) filter (where incidents > 1) from (
                select min(rank) as rank, count(*) as incidents from told group by recipient_id
            ) person group by rank
            union all
            select 'DELIVERY', channel, coalesce(event, 'QUEUED'), count(*), cast(0 as bigint)
            from attempt where purpose = 'NOTICE' and jsonb_exists_any(told, string_to_array(:incidentLines, chr(10)))
            group by channel, coalesce(event, 'QUEUED')
            union all
            select 'CALL', '', outcome, count(*), cast(0 as bigint)
            from telephone_call t
            where recorded_at <= :asOf and campaign_id in (
                select campaign_id from campaign_incident where incident in (:incidents))
            group by outcome
            union all
            select 'CORRECTION', '', state, count(*), cast(0 as bigint)
            from (
                select case when bool_or(state = 'DUE') then 'DUE' when bool_or(state = 'SENT') then 'SENT'
                            else 'CLOSED' end as state
                from wrongly_told group by recipient_id
            ) person
            group by state
            """;

    /** Each matter once, by what the caller wanted when it began. */
    private static final String INQUIRIES = """
            select kind, count(*) from inquiry where recorded_at <= :asOf and follows is null group by kind
            """;

    /** Each matter once, by the last finding on it. */
    private static final String HARM = """
            select finding, count(*) from (
                select distinct on (coalesce(follows, id)) finding from inquiry
                where recorded_at <= :asOf and finding is not null
                order by coalesce(follows, id), recorded_at desc, id desc
            ) matter group by finding
            """;

    private final Session database;
    private final HashJoins hashJoins;

    FigureFacts(Session database, HashJoins hashJoins) {
        this.database = database;
        this.hashJoins = hashJoins;
    }

    /** How many of what. */
    record Count(String kind, String subject, String detail, long number, long several) {}

    List<Count> notification(Collection<String> incidents, Instant asOf, NoReturnAfter noReturnAfter) {
        hashJoins.ahead();
        return database
                .createNativeQuery(NOTIFICATION, Tuple.class)
                .setParameterList("incidents", incidents)
                .setParameter("incidentLines", String.join("\n", incidents))
                .setParameter("asOf", asOf)
                .setParameter("emailSilentSince", asOf.minus(Duration.ofDays(noReturnAfter.emailDays())))
                .setParameter("letterSilentSince", asOf.minus(Duration.ofDays(noReturnAfter.letterDays())))
                .getResultList()
                .stream()
                .map(row -> new Count(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Number.class).longValue(),
                        row.get(4, Number.class).longValue()))
                .toList();
    }

    List<Count> inquiries(Instant asOf) {
        return counts("INQUIRY", INQUIRIES, asOf);
    }

    List<Count> harm(Instant asOf) {
        return counts("HARM", HARM, asOf);
    }

    private List<Count> counts(String kind, String sql, Instant asOf) {
        return database.createNativeQuery(sql, Tuple.class).setParameter("asOf", asOf).getResultList().stream()
                .map(row -> new Count(
                        kind,
                        "",
                        row.get(0, String.class),
                        row.get(1, Number.class).longValue(),
                        0))
                .toList();
    }
}
