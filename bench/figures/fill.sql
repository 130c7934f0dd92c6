-- Recipients FROM to TO of one incident who were written to: nine of ten by mail, the others by letter; three of a hundred
-- messages came back, one of a hundred is still queued. What is sealed is as long as it would be, and says nothing.
set session_replication_role = replica; -- no foreign key is looked up for rows that are made here
set synchronous_commit = off;

create temporary table made as
    select n, gen_random_uuid() as recipient, gen_random_uuid() as delivery,
           case when n % 10 = 0 then 'LETTER' else 'EMAIL' end as channel, masks.all[1 + n % cardinality(masks.all)] as mask,
           timestamptz '2017-08-01 09:00:00+09' + n % 2000000 * interval '1 second' as sent_at
    from generate_series({from}, {to}) n,
         (select array_agg(mask order by mask) as all from (select distinct mask from exposure) one) masks;

insert into recipient (id, party, status, customer_key, email_key, name_key, name_tag, contact, email_since, has_address,
        inquiry_number, recorded_at, import_id)
    select recipient, 'INDIVIDUAL', 'CURRENT', sha256(int8send(n)), case channel when 'EMAIL' then sha256(int8send(-n)) end,
           sha256(int8send(n)), 1, decode(repeat(md5(n::text), 10), 'hex'), date '2015-04-01', true, 'BENCH' || n,
           timestamptz '2017-07-29 09:00:00+09', (select id from import limit 1)
    from made;

insert into exposure (recipient_id, incident, mask, recorded_at, import_id)
    select recipient, '2016-attack', mask, timestamptz '2017-07-29 09:00:00+09', (select id from import limit 1) from made;

insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, recorded_at)
    select delivery, '00000000-0000-0000-0000-000000000001', recipient, channel, 1,
           case channel when 'LETTER' then 'NO_EMAIL' end, jsonb_build_object('2016-attack', mask),
           timestamptz '2017-08-01 09:00:00+09'
    from made;

insert into delivery_event (delivery_id, state, recorded_at)
    select delivery, case channel when 'EMAIL' then 'SENT' else 'PRINTED' end, sent_at from made where n % 100 <> 1
    union all
    select delivery, case channel when 'EMAIL' then 'BOUNCED' else 'POSTED' end, sent_at + interval '1 day' from made
    where channel = 'LETTER' or n % 100 in (3, 5, 7);

drop table made;
