-- Restrictions that begin or end, as somebody who asks would have seen it, and who is told of it.

-- Each time the answer to "may a new account be opened?" became another (append-only).
create table restriction_change (
    id uuid not null,
    kind text not null,
    stopped boolean not null,
    since timestamptz,
    ground text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint restriction_change_pk primary key (id),
    constraint restriction_change_kind check (kind in ('NEW_ACCOUNTS')),
    constraint restriction_change_stopped check (stopped = (since is not null))
);

create index restriction_change_latest on restriction_change (kind, recorded_at, id);
create index restriction_of_kind on restriction (kind, from_at);

create trigger restriction_change_append_only before update or delete on restriction_change
    for each row execute function refuse_change();

-- An address that is told. Its secret is not here: it follows from the id and the service's key.
create table restriction_callback (
    id uuid not null,
    kind text not null,
    url text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    ended_at timestamptz,
    ended_by text,
    constraint restriction_callback_pk primary key (id),
    constraint restriction_callback_kind check (kind in ('NEW_ACCOUNTS')),
    constraint restriction_callback_ended check ((ended_at is null) = (ended_by is null))
);

-- What is told to whom, until it has been taken or is given up; the times are the machine's.
create table restriction_announcement (
    id uuid not null,
    change_id uuid not null,
    callback_id uuid not null,
    attempts integer not null,
    made_at timestamptz not null,
    next_at timestamptz not null,
    last_result text,
    taken_at timestamptz,
    given_up_at timestamptz,
    constraint restriction_announcement_pk primary key (id),
    constraint restriction_announcement_once unique (change_id, callback_id),
    constraint restriction_announcement_change foreign key (change_id) references restriction_change (id),
    constraint restriction_announcement_callback foreign key (callback_id) references restriction_callback (id)
);

create index restriction_announcement_waiting on restriction_announcement (next_at)
    where taken_at is null and given_up_at is null;
