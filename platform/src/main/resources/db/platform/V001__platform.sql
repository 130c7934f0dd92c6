-- What a database of either service needs before its own tables: its mode, its clock, its keys.

create table installation (
    only_row boolean not null default true,
    mode text not null,
    constraint installation_pk primary key (only_row),
    constraint installation_only_row check (only_row),
    constraint installation_mode check (mode in ('REAL', 'DRILL'))
);

-- How far a drill's clock is ahead of the machine's (negative: behind). No row outside a drill.
create table drill_clock (
    only_row boolean not null default true,
    ahead_micros bigint not null,
    constraint drill_clock_pk primary key (only_row),
    constraint drill_clock_only_row check (only_row)
);

create table daily_tick (
    only_row boolean not null default true,
    last_on date not null,
    constraint daily_tick_pk primary key (only_row),
    constraint daily_tick_only_row check (only_row)
);

create table idempotency_key (
    scope text not null,
    request_digest text not null,
    status integer not null,
    location text,
    body text,
    made_at timestamptz not null default now(),
    constraint idempotency_key_pk primary key (scope)
);

create index idempotency_key_made_at on idempotency_key (made_at);

create table audit_entry (
    id bigint generated always as identity,
    recorded_at timestamptz not null,
    who text not null,
    method text not null,
    path text not null,
    status integer not null,
    constraint audit_entry_pk primary key (id)
);

-- The instant at which a fact is recorded. Takes the shared fact lock first and holds it to the end of the
-- transaction: a question as of an instant takes the lock alone for a moment, and so knows that whatever was stamped
-- before it has been committed.
create function domain_now() returns timestamptz language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(20170728);
    return clock_timestamp()
        + coalesce((select ahead_micros from drill_clock), 0) * interval '1 microsecond';
end
$$;
