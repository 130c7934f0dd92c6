-- Who is reminded of an order's deadlines; the last row recorded is the one that holds (append-only).
create table reminder_addresses (
    id uuid not null,
    order_id uuid not null,
    addresses text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint reminder_addresses_pk primary key (id),
    constraint reminder_addresses_order foreign key (order_id) references supervisory_order (id)
);

create index reminder_addresses_of_order on reminder_addresses (order_id, recorded_at);

create trigger reminder_addresses_append_only before update or delete on reminder_addresses
    for each row execute function refuse_change();

-- Mails to the firm's own people, each once: about names what it is about and why now. The text never changes; when it is
-- tried, and that it went out, are times of the machine.
create table staff_mail (
    id uuid not null,
    about text not null,
    order_id uuid,
    address text not null,
    subject text not null,
    body text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    attempts integer not null,
    next_at timestamptz not null,
    sent_at timestamptz,
    constraint staff_mail_pk primary key (id),
    constraint staff_mail_once unique (about, address),
    constraint staff_mail_order foreign key (order_id) references supervisory_order (id)
);

create index staff_mail_waiting on staff_mail (next_at) where sent_at is null;
create index staff_mail_of_order on staff_mail (order_id, id);

-- Feeds of the calendar; the token itself is known only to whoever was given it.
create table calendar_feed (
    id uuid not null,
    name text not null,
    order_id uuid,
    token_sha256 text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    revoked_at timestamptz,
    revoked_by text,
    constraint calendar_feed_pk primary key (id),
    constraint calendar_feed_token unique (token_sha256),
    constraint calendar_feed_order foreign key (order_id) references supervisory_order (id),
    constraint calendar_feed_revoked check ((revoked_at is null) = (revoked_by is null))
);
