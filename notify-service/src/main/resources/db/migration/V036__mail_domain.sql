-- Domains of recipients that are treated apart: one that refuses us by policy rests, one with a rate gets its share. What
-- waits for a domain stands in delivery_deferred; a delivery's domain is learned when it is claimed, so that nobody's
-- domain has to be written down beforehand and the queue needs no further index.
create table mail_domain (
    id              uuid        not null,
    details         bytea       not null,
    paused_at       timestamptz,
    probe_at        timestamptz,
    failures        integer     not null default 0,
    witnesses       integer     not null default 0,
    rate_per_second integer,
    used_up_to      timestamptz,
    constraint mail_domain_pk primary key (id),
    constraint mail_domain_rate check (rate_per_second > 0),
    constraint mail_domain_pause check ((paused_at is null) = (probe_at is null))
);

comment on column mail_domain.details is
    'The domain and the last refusal, sealed: a domain of one''s own is a name.';
comment on column mail_domain.probe_at is 'Machine time: when one delivery may try again.';
comment on column mail_domain.witnesses is
    'How many were taken one by one since the last refusal of somebody not refused before.';

alter table delivery_state
    add column admitted boolean not null default false,
    add column policy_refusals smallint not null default 0;

comment on column delivery_state.admitted is 'May go although its domain rests or has a rate: its turn has come.';

alter table delivery_deferred
    add column domain_id uuid,
    add column refused boolean not null default false,
    add constraint delivery_deferred_domain_fk foreign key (domain_id) references mail_domain (id);
create index delivery_deferred_domain on delivery_deferred (domain_id, refused, attempt, delivery_id)
    where domain_id is not null;

comment on column delivery_deferred.domain_id is 'What waits for its domain, not for a time.';
comment on column delivery_deferred.refused is 'Has itself been refused by policy.';

-- Who changed a rate or a pause of sending, and when; null for what the suite did by itself. Append-only.
create table sending_event (
    id              bigint generated always as identity,
    kind            text        not null,
    campaign_id     uuid,
    domain_id       uuid,
    rate_per_second integer,
    recorded_at     timestamptz not null,
    recorded_by     text,
    constraint sending_event_pk primary key (id),
    constraint sending_event_kind check (kind in ('RATE', 'PAUSED', 'RESUMED')),
    constraint sending_event_campaign_fk foreign key (campaign_id) references campaign (id),
    constraint sending_event_domain_fk foreign key (domain_id) references mail_domain (id)
);

comment on table sending_event is 'With neither campaign nor domain: the rate of everything together.';
