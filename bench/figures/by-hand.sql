-- What somebody writes by hand who wants to know at an instant: how many by combination, deliveries by channel and state,
-- and how far each recipient has been told. It knows one incident, one try a recipient, and nothing of merging, closings,
-- calls, contacts or corrections, none of which there are here.
with last as (
    select delivery_id, max(id) as id from delivery_event where recorded_at <= '{asOf}' group by delivery_id
), attempt as materialized (
    select d.recipient_id, d.channel, coalesce(e.state, 'QUEUED') as state, e.recorded_at as at
    from delivery d
    left join last l on l.delivery_id = d.id
    left join delivery_event e on e.id = l.id
    where d.recorded_at <= '{asOf}'
), open_exposure as materialized (
    select recipient_id, mask from exposure
    where incident = '2016-attack' and recorded_at <= '{asOf}' and (withdrawn_at is null or withdrawn_at > '{asOf}')
)
select json_build_object(
    'combinations', (select json_object_agg(mask, number) from (
        select mask, count(*) as number from open_exposure group by mask) one),
    'deliveries', (select json_object_agg(channel || ' ' || state, number) from (
        select channel, state, count(*) as number from attempt group by channel, state) one),
    'reach', (select json_object_agg(reach, number) from (
        select case when a.state is null then 'NOT_STARTED'
                    when a.state in ('BOUNCED', 'REJECTED', 'RETURNED') then 'NOT_REACHED'
                    when a.state not in ('SENT', 'DELIVERED', 'POSTED') then 'IN_PROGRESS'
                    when a.at <= timestamptz '{asOf}' - case a.channel when 'EMAIL' then {emailDays} else {letterDays} end * interval '1 day'
                        then 'NO_RETURN'
                    else 'SENT' end as reach, count(*) as number
        from open_exposure x left join attempt a on a.recipient_id = x.recipient_id
        group by 1) one))
