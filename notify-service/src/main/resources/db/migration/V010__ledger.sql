-- Who is affected by what, and the lists it came from. Times named recorded_at, withdrawn_at, ..._at are domain time:
-- the instant at which the fact was recorded here, never the time it tells of.

-- A copy of report-service's catalogue. A bit once given to a code stays that code's for ever: masks are stored.
create table leak_item (
    code  text     not null constraint leak_item_pk primary key,
    label text     not null,
    bit   smallint not null constraint leak_item_bit_unique unique,
    constraint leak_item_bit_fits_mask check (bit between 0 and 62)
);

-- What report-service last told of an incident, for the time it is away.
create table incident_copy (
    code       text        not null constraint incident_copy_pk primary key,
    facts      jsonb       not null,
    fetched_at timestamptz not null
);

-- A list of exposures of one incident (取込).
create table import (
    id             uuid        not null constraint import_pk primary key,
    incident       text        not null,
    file_name      text,
    state          text        not null,
    received_at    timestamptz not null,
    received_by    text        not null,
    mode           text        not null default 'ADD',
    reason         text,
    decides        uuid        constraint import_decides_fk references import,
    encoding       text,
    sha256         text,
    bytes          bigint,
    rows           integer     not null default 0,
    new_rows       integer     not null default 0,
    changed        integer     not null default 0,
    unchanged      integer     not null default 0,
    duplicate      integer     not null default 0,
    waiting        integer     not null default 0,
    rejected       integer     not null default 0,
    contact_differs integer    not null default 0,
    dropped        integer     not null default 0,
    ended          integer     not null default 0,
    new_recipients integer     not null default 0,
    known_recipients integer   not null default 0,
    ledger_version bigint      not null default 0,
    digest         text,
    staged_at      timestamptz,
    applied_at     timestamptz,
    applied_by     text,
    discarded_at   timestamptz,
    discarded_by   text,
    discard_reason text,
    rejections_erased_at timestamptz,
    failed_at      timestamptz,
    failure        text,
    constraint import_state_known check (state in ('RECEIVING', 'STAGED', 'APPLIED', 'DISCARDED', 'FAILED')),
    constraint import_mode_known check (mode in ('ADD', 'REPLACE', 'WITHDRAW')),
    constraint import_correction_has_a_reason check (mode = 'ADD' or reason is not null),
    constraint import_every_row_counted_once check (
        state in ('RECEIVING', 'FAILED') or new_rows + changed + unchanged + duplicate + waiting + rejected = rows),
    constraint import_four_eyes check (applied_by <> received_by)
);
create index import_of_incident on import (incident, id);
create index import_of_decisions on import (decides) where decides is not null;
comment on column import.decides is 'The list whose waiting rows it carries on, once a person has decided whom they mean.';
comment on column import.dropped is 'Of the rejected ones those that a person decided to drop.';
comment on column import.ended is 'Of the changed ones those that leave the incident.';
comment on column import.rejections_erased_at is 'Some months after its application; why which rows were rejected is told in import_reading.';
comment on column import.ledger_version is 'The version of the ledger that the counts and the digest are of.';

-- One row: how often the ledger has changed. A picture of an import is good as long as this has not moved.
create table ledger_version (
    id      boolean not null default true constraint ledger_version_pk primary key,
    version bigint  not null,
    constraint ledger_version_one_row check (id)
);

-- By set of items: what the ledger would hold of the list's rows (new, changed and unchanged ones), and the whole
-- incident before and after the list.
create table import_combination (
    import_id uuid    not null constraint import_combination_import_fk references import,
    mask      bigint  not null,
    exposures integer not null,
    exposures_before integer not null,
    exposures_after  integer not null,
    constraint import_combination_pk primary key (import_id, mask)
);

-- Which of the keys that the processes are given are in use; the keys themselves are never here. What proves that a key
-- is the one of this number can be made by this key only.
create table vault_key (
    kind        text        not null,
    id          integer     not null,
    state       text        not null,
    proof       bytea       not null,
    recorded_at timestamptz not null,
    constraint vault_key_pk primary key (kind, id),
    constraint vault_key_kind_known check (kind in ('SEALING', 'LOOKUP')),
    constraint vault_key_state_known check (state in ('COMING', 'ACTIVE', 'LEAVING', 'GONE'))
);
create unique index vault_key_one_active on vault_key (kind) where state = 'ACTIVE';

-- Whether a key is in use, and keeps it so to the end of the transaction. Reads anew after it has waited.
create function hold_vault_key(kind text, key integer) returns boolean language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(case kind when 'SEALING' then 20170728 else 20170729 end, key);
    return exists (select from vault_key k where k.kind = hold_vault_key.kind and k.id = key and k.state = 'ACTIVE');
end
$$;

-- One party who must be told (漏えい対象者). Who it is stands in the sealed contact: customer number, name, kana, e-mail,
-- postal code, address and mobile in the spelling of the list. The keys are keyed hashes for matching only (NFKC, lower
-- case, no blanks), the tags short ones that tell whether something was written otherwise.
create table recipient (
    id              uuid        not null constraint recipient_pk primary key,
    no              bigint      not null generated always as identity constraint recipient_no_unique unique,
    party           text        not null,
    status          text        not null,
    customer_key    bytea       constraint recipient_customer_key_unique unique,
    identity_key    bytea,
    email_key       bytea,
    name_key        bytea       not null,
    address_key     bytea,
    name_postal_key bytea,
    name_tag        integer     not null,
    kana_tag        integer,
    postal_tag      integer,
    address_tag     integer,
    mobile_tag      integer,
    contact         bytea       not null,
    email_since     date,
    has_address     boolean     not null,
    inquiry_number  text        collate "C" not null constraint recipient_inquiry_number_unique unique,
    recorded_at     timestamptz not null,
    import_id       uuid        not null constraint recipient_import_fk references import,
    constraint recipient_party_known check (party in ('INDIVIDUAL', 'LEGAL_ENTITY')),
    constraint recipient_status_known check (status in ('CURRENT', 'FORMER', 'APPLICANT')),
    constraint recipient_has_identity check (customer_key is not null or identity_key is not null)
);
-- Only of those without a customer number: a row for everybody else would be an entry that says nothing.
create unique index recipient_identity_key_unique on recipient (identity_key) where identity_key is not null;
create index recipient_by_email on recipient (email_key);
create index recipient_without_number on recipient (name_key) where customer_key is null;
create index recipient_by_name_and_postal_code on recipient (name_postal_key);

-- Recipient × incident → the items that leaked (漏えい明細), with validity. Never updated but to be withdrawn: a changed
-- set of items withdraws the row and adds another one, both with the same stamp. reason says what withdrew it: a list
-- that added items (CHANGED), replaced or withdrew them, which gives its own reason, or a merger of two recipients.
create table exposure (
    id           bigint      not null generated always as identity constraint exposure_pk primary key,
    recipient_id uuid        not null constraint exposure_recipient_fk references recipient,
    incident     text        collate "C" not null,
    mask         bigint      not null,
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz,
    reason       text,
    import_id    uuid        not null constraint exposure_import_fk references import,
    withdrawn_by uuid,
    constraint exposure_names_an_item check (mask > 0),
    constraint exposure_withdrawn_with_reason check ((withdrawn_at is null) = (reason is null)),
    constraint exposure_reason_known check (reason in ('CHANGED', 'REPLACED', 'WITHDRAWN', 'MERGED')),
    constraint exposure_withdrawn_by_a_list check ((withdrawn_by is null) = (reason is null or reason = 'MERGED')),
    constraint exposure_withdrawn_later check (withdrawn_at >= recorded_at)
);
create unique index exposure_one_open on exposure (recipient_id, incident) where withdrawn_at is null;
create index exposure_of_incident on exposure (incident);

-- Staging: the validated rows of a list until it is applied or discarded. Afterwards only the waiting rows stay, until
-- somebody has decided on them. The contact is sealed for the recipient that the row becomes if it is a new one.
create table import_row (
    import_id       uuid    not null,
    row_no          integer not null,
    line            bigint  not null,
    customer_key    bytea,
    identity_key    bytea,
    email_key       bytea,
    name_key        bytea   not null,
    address_key     bytea,
    name_postal_key bytea,
    name_tag        integer not null,
    kana_tag        integer,
    postal_tag      integer,
    address_tag     integer,
    mobile_tag      integer,
    contact         bytea   not null,
    party           text    not null,
    status          text    not null,
    email_since     date,
    has_address     boolean not null,
    mask            bigint  not null,
    fresh_id        uuid    not null,
    inquiry_number  text    collate "C" not null,
    constraint import_row_pk primary key (import_id, row_no)
);

-- What each staged row does to the ledger as it stood when it was last looked at. Apart from the rows, which are wide and
-- need not be written twice for it.
create table import_verdict (
    import_id       uuid    not null,
    row_no          integer not null,
    outcome         text    not null,
    conflict        text,
    recipient_id    uuid,
    known           boolean not null,
    contact_differs boolean not null,
    mask_before     bigint,
    mask_after      bigint  not null,
    constraint import_verdict_pk primary key (import_id, row_no),
    constraint import_verdict_outcome_known check
        (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'DUPLICATE', 'WAITING', 'DROPPED')),
    constraint import_verdict_waits_for_a_reason check ((outcome = 'WAITING') = (conflict is not null))
);

-- Rows that cannot be taken: as they came, sealed, with what is wrong in which column.
create table import_rejection (
    import_id uuid    not null constraint import_rejection_import_fk references import,
    row_no    integer not null,
    line      bigint  not null,
    cells     bytea   not null,
    columns   text[]  not null,
    reasons   text[]  not null,
    constraint import_rejection_pk primary key (import_id, row_no),
    constraint import_rejection_has_reason check (cardinality(reasons) > 0 and cardinality(reasons) = cardinality(columns))
);
