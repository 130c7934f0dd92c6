-- One attempt to reach one recipient by one channel. Immutable: it says who is told what, and a database that holds
-- it can always send it. The id is made when it is planned, so that no crash can plan or name a message twice.
create table delivery (
    id             uuid        not null,
    campaign_id    uuid        not null,
    recipient_id   uuid        not null,
    channel        text        not null,
    try_no         smallint    not null,
    address_reason text,
    told           jsonb       not null,
    recorded_at    timestamptz not null,
    constraint delivery_pk primary key (id),
    constraint delivery_once unique (campaign_id, recipient_id, channel, try_no),
    constraint delivery_campaign_fk foreign key (campaign_id) references campaign (id),
    constraint delivery_recipient_fk foreign key (recipient_id) references recipient (id),
    constraint delivery_channel check (channel in ('EMAIL', 'LETTER', 'TELEPHONE')),
    constraint delivery_try check (try_no > 0),
    constraint delivery_address_reason check (address_reason in
        ('SHARED_ADDRESS', 'LONG_GONE', 'CHANGED_AFTER_ATTACK', 'NO_EMAIL', 'REFUSED', 'BOUNCED'))
);
create index delivery_by_recipient on delivery (recipient_id);

comment on column delivery.told is 'What it tells: incident code to mask of leak items.';
comment on column delivery.address_reason is 'Why it goes by letter; null for an e-mail.';

-- The outbox. QUEUED with claimed_by set is what the world calls SENDING; DEFERRED is QUEUED for the world.
-- A claim must stay a heap-only update: claimed_by and claim_token may never be in an index or in its predicate.
create table delivery_state (
    delivery_id    uuid     not null,
    campaign_id    uuid     not null,
    channel        text     not null,
    state          text     not null,
    attempts       smallint not null default 0,
    claimed_by     bigint,
    claim_token    bigint,
    resends        smallint not null default 0,
    first_tried_at timestamptz,
    constraint delivery_state_pk primary key (delivery_id),
    constraint delivery_state_delivery_fk foreign key (delivery_id) references delivery (id),
    constraint delivery_state_state check (state in ('QUEUED', 'DEFERRED', 'SENT', 'DELIVERED', 'BOUNCED', 'REJECTED',
        'UNCERTAIN', 'PRINTED', 'POSTED', 'RETURNED', 'CANCELLED')),
    constraint delivery_state_claim check (claimed_by is null or (state = 'QUEUED' and channel = 'EMAIL'))
) with (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0.05
);
create index delivery_state_unsent on delivery_state (campaign_id, delivery_id)
    where state = 'QUEUED' and channel = 'EMAIL';
create index delivery_state_uncertain on delivery_state (delivery_id) where state = 'UNCERTAIN';

comment on column delivery_state.claim_token is
    'The last claim. Kept when the claim is given up, so that a late answer of the mail server still finds its row.';

comment on column delivery_state.resends is 'How often it was sent again after UNCERTAIN: possible doubles.';

create sequence delivery_claim_token;

-- Ids in the order of time (UUID version 7, RFC 9562) for deliveries planned in bulk: the queue is read in their order.
create function time_ordered_uuid() returns uuid language sql volatile as $$
    select encode(
        set_bit(
            set_bit(
                overlay(uuid_send(gen_random_uuid())
                    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6),
                52, 1),
            53, 1),
        'hex')::uuid
$$;

-- What the server refused for now, apart from the queue, by the domain time at which it is due again.
create table delivery_deferred (
    delivery_id uuid        not null,
    campaign_id uuid        not null,
    due_at      timestamptz not null,
    attempt     smallint    not null,
    constraint delivery_deferred_pk primary key (delivery_id),
    constraint delivery_deferred_state_fk foreign key (delivery_id) references delivery_state (delivery_id)
);
create index delivery_deferred_due on delivery_deferred (due_at);

-- The facts; append-only. The state of a delivery at an instant is that of its event with the greatest id recorded up
-- to then, and QUEUED if it has none. A claim is no fact. QUEUED here means that it was tried and will be tried again
-- (temporary failure, or sent once more after UNCERTAIN): RETRYING for the list of those not yet told.
-- No foreign key: a row is only ever written from a row of delivery_state that was changed in the same statement,
-- and the check would dirty the delivery's page for every message sent.
create table delivery_event (
    id          bigint generated always as identity,
    delivery_id uuid        not null,
    state       text        not null,
    recorded_at timestamptz not null,
    recorded_by text,
    note        text,
    reply       bytea,
    constraint delivery_event_pk primary key (id),
    constraint delivery_event_state check (state in ('QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'REJECTED', 'UNCERTAIN',
        'PRINTED', 'POSTED', 'RETURNED', 'CANCELLED'))
);
create index delivery_event_by_delivery on delivery_event (delivery_id, id);

comment on column delivery_event.note is 'Why, in words of this service.';

comment on column delivery_event.reply is 'The words of the mail server or of the user, sealed: they can name the recipient.';

comment on column delivery_event.recorded_by is 'The user, for what a person recorded; null for what the sender did.';

-- The processes that send. A process whose lease has run out (machine time) is dead, and what it had claimed UNCERTAIN.
create table delivery_process (
    id          bigint generated always as identity,
    started_at  timestamptz not null,
    alive_until timestamptz not null,
    constraint delivery_process_pk primary key (id)
);

-- One row: whether the mail server as a whole takes mail; shared by all processes, in machine time.
create table mail_circuit (
    id        boolean     not null default true,
    open      boolean     not null default false,
    reason    text,
    opened_at timestamptz,
    probe_at  timestamptz,
    failures  integer     not null default 0,
    constraint mail_circuit_pk primary key (id),
    constraint mail_circuit_one_row check (id)
);
insert into mail_circuit default values;

-- What a campaign with a rate may still send; machine time.
create table campaign_rate (
    campaign_id uuid        not null,
    used_up_to  timestamptz not null,
    constraint campaign_rate_pk primary key (campaign_id),
    constraint campaign_rate_campaign_fk foreign key (campaign_id) references campaign (id)
);
