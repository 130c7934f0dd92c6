-- Corrections (訂正): whoever was told something that the ledger does not hold any more is told so.

alter table template
    add column purpose text not null default 'NOTICE',
    add constraint template_purpose check (purpose in ('NOTICE', 'CORRECTION'));

-- By which wording a campaign corrects, and what the firm says of how it came about. The approved one that was approved
-- last is in force; without one nothing is sent, and the list of those due says so.
create table correction_wording (
    id                 uuid        not null constraint correction_wording_pk primary key,
    campaign_id        uuid        not null constraint correction_wording_campaign_fk references campaign,
    template_id        uuid        not null constraint correction_wording_template_fk references template,
    letter_template_id uuid        constraint correction_wording_letter_template_fk references template,
    explanation        text        not null,
    digest             text        not null,
    recorded_at        timestamptz not null,
    recorded_by        text        not null,
    approved_at        timestamptz,
    approved_by        text,
    version            bigint      not null default 0,
    constraint correction_wording_approved check ((approved_at is null) = (approved_by is null)),
    constraint correction_wording_four_eyes check (approved_by <> recorded_by)
);
create index correction_wording_of_campaign on correction_wording (campaign_id, id);

create function correction_wording_in_force(campaign uuid) returns uuid language sql stable as $$
    select id from correction_wording where campaign_id = campaign and approved_at is not null
    order by approved_at desc, id desc limit 1
$$;

-- A correction is a delivery like any other: what it tells is all that holds when it is planned, nothing included.
alter table delivery
    add column purpose text not null default 'NOTICE',
    add column wording_id uuid,
    add constraint delivery_purpose check (purpose in ('NOTICE', 'CORRECTION')),
    add constraint delivery_wording_fk foreign key (wording_id) references correction_wording (id),
    add constraint delivery_wording_of_a_correction check (wording_id is null or purpose = 'CORRECTION');
comment on column delivery.wording_id is 'By which wording it corrects; null for a notice, and for what was said by telephone.';

create or replace view party_delivery as
    select d.id, d.campaign_id, coalesce(m.survivor_id, d.recipient_id) as recipient_id, d.channel, d.try_no,
           d.address_reason, d.told, d.recorded_at, d.purpose
    from delivery d
    left join recipient_merge m on m.recipient_id = d.recipient_id;

-- Which earlier messages a correction puts right, and the day on which each was sent, as the correction names it.
create table correction_of (
    correction_id uuid not null constraint correction_of_correction_fk references delivery,
    delivery_id   uuid not null constraint correction_of_delivery_fk references delivery,
    said_on       date not null,
    constraint correction_of_pk primary key (correction_id, delivery_id),
    constraint correction_of_another check (correction_id <> delivery_id)
);
create index correction_of_by_delivery on correction_of (delivery_id);

-- Nobody can have been told too much of whom nothing was ever withdrawn.
create index exposure_withdrawn on exposure (recipient_id) where withdrawn_at is not null;

-- Messages that a correction which was sent has put right. What they said does not count any more; what the correction
-- says does.
create view put_right as
    select o.delivery_id
    from correction_of o
    join delivery_state s on s.delivery_id = o.correction_id and s.state in ('SENT', 'DELIVERED', 'POSTED');

-- Messages that were sent, or perhaps were (UNCERTAIN), and say more than the ledger holds today of their party: not put
-- right, and no closing covers what they say.
create view wrong_message as
    with taken_back as (
        select distinct coalesce(m.survivor_id, e.recipient_id) as recipient_id
        from exposure e
        left join recipient_merge m on m.recipient_id = e.recipient_id
        where e.withdrawn_at is not null
    ), part as (
        select recipient_id as sent_to, recipient_id from taken_back
        union all
        select m.recipient_id, t.recipient_id
        from taken_back t
        join recipient_merge m on m.survivor_id = t.recipient_id
    ), said as materialized (
        select d.id, d.campaign_id, part.recipient_id, d.told, s.state
        from part
        join delivery d on d.recipient_id = part.sent_to
        join delivery_state s on s.delivery_id = d.id and s.state in ('SENT', 'DELIVERED', 'POSTED', 'UNCERTAIN')
    )
    select said.id, said.campaign_id, said.recipient_id, said.told, said.state
    from said
    where exists (
            select from jsonb_each(said.told) item
            where item.value::text::bigint & ~coalesce((
                select e.mask from exposure e
                where e.recipient_id = said.recipient_id and e.incident = item.key and e.withdrawn_at is null), 0) <> 0)
        and said.id not in (select delivery_id from put_right)
        and not exists (
            select from closed_party c
            where c.recipient_id = said.recipient_id and not exists (
                select from jsonb_each(said.told) item
                where item.value::text::bigint & ~coalesce((c.covers ->> item.key)::bigint, 0) <> 0));

-- The day on which a message was sent, in Japan; by its planning, if no event tells.
create function sent_on(delivery uuid, planned timestamptz) returns date language sql stable as $$
    select coalesce(min(coalesce(e.occurred_on, (e.recorded_at at time zone 'Asia/Tokyo')::date)),
        (planned at time zone 'Asia/Tokyo')::date)
    from delivery_event e
    where e.delivery_id = delivery and e.state in ('SENT', 'POSTED', 'DELIVERED', 'UNCERTAIN')
$$;
