-- Before each round: the administrator's tables, empty. Those of the suite (V010__ledger.sql) with the same keys,
-- indexes, checks and foreign keys, every cell in plain text; the items of an exposure stay as the list has them.
drop table if exists staging, exposure, recipient, import;

create table import (
    id        bigint not null generated always as identity primary key,
    file_name text   not null
);

create table recipient (
    id              uuid        not null default uuidv7() primary key,
    no              bigint      not null generated always as identity unique,
    party           text        not null check (party in ('INDIVIDUAL', 'LEGAL_ENTITY')),
    status          text        not null check (status in ('CURRENT', 'FORMER', 'APPLICANT')),
    customer_number text        unique,
    identity_key    text        unique,
    email_key       text,
    name_key        text        not null,
    name_postal_key text,
    name            text        not null,
    name_kana       text,
    email           text,
    email_since     date,
    postal_code     text,
    address         text,
    mobile          text,
    inquiry_number  text        collate "C" not null unique default upper(right(gen_random_uuid()::text, 12)),
    recorded_at     timestamptz not null,
    import_id       bigint      not null references import,
    check (customer_number is not null or identity_key is not null)
);
create index recipient_by_email on recipient (email_key);
create index recipient_without_number on recipient (name_key) where customer_number is null;
create index recipient_by_name_and_postal_code on recipient (name_postal_key);

create table exposure (
    id           bigint      not null generated always as identity primary key,
    recipient_id uuid        not null references recipient,
    incident     text        collate "C" not null,
    items        text        not null check (items <> ''),
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz,
    reason       text,
    import_id    bigint      not null references import,
    withdrawn_by bigint,
    check ((withdrawn_at is null) = (reason is null)),
    check (withdrawn_at >= recorded_at)
);
create unique index exposure_one_open on exposure (recipient_id, incident) where withdrawn_at is null;
create index exposure_of_incident on exposure (incident);

create table staging (
    customer_number text,
    party           text,
    name            text,
    name_kana       text,
    email           text,
    email_since     date,
    postal_code     text,
    address         text,
    mobile          text,
    status          text,
    items           text
);
