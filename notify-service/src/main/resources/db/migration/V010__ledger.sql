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
    digest         text,
    staged_at      timestamptz,
    applied_at     timestamptz,
    applied_by     text,
    discarded_at   timestamptz,
    discarded_by   text,
    discard_reason text,
    failed_at      timestamptz,
    failure        text,
    constraint import_state_known check (state in ('RECEIVING', 'STAGED', 'APPLIED', 'DISCARDED', 'FAILED')),
    constraint import_every_row_counted_once check (
        state in ('RECEIVING', 'FAILED') or new_rows + changed + unchanged + duplicate + waiting + rejected = rows),
    constraint import_four_eyes check (applied_by <> received_by)
);
create index import_of_incident on import (incident, id);

-- What the ledger would hold of the list's rows: new, changed and unchanged ones by set of items.
create table import_combination (
    import_id uuid    not null constraint import_combination_import_fk references import,
    mask      bigint  not null,
    exposures integer not null,
    constraint import_combination_pk primary key (import_id, mask)
);

-- One party who must be told (漏えい対象者). The keys are for matching only (NFKC, lower case, no blanks); what is
-- written to people is the spelling of the list.
create table recipient (
    id              uuid        not null constraint recipient_pk primary key,
    no              bigint      not null generated always as identity constraint recipient_no_unique unique,
    party           text        not null,
    status          text        not null,
    customer_number text        constraint recipient_customer_number_unique unique,
    identity_key    text        constraint recipient_identity_key_unique unique,
    email_key       text,
    name_key        text        not null,
    name            text        not null,
    name_kana       text,
    email           text,
    email_since     date,
    postal_code     text,
    address         text,
    mobile          text,
    inquiry_number  text        not null constraint recipient_inquiry_number_unique unique,
    recorded_at     timestamptz not null,
    import_id       uuid        not null constraint recipient_import_fk references import,
    constraint recipient_party_known check (party in ('INDIVIDUAL', 'LEGAL_ENTITY')),
    constraint recipient_status_known check (status in ('CURRENT', 'FORMER', 'APPLICANT')),
    constraint recipient_has_identity check (customer_number is not null or identity_key is not null)
);
create index recipient_by_email on recipient (email_key);

-- Recipient × incident → the items that leaked (漏えい明細), with validity. Never updated but to be withdrawn: a changed
-- set of items withdraws the row and adds another one, both with the same stamp.
create table exposure (
    id           bigint      not null generated always as identity constraint exposure_pk primary key,
    recipient_id uuid        not null constraint exposure_recipient_fk references recipient,
    incident     text        not null,
    mask         bigint      not null,
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz,
    reason       text,
    import_id    uuid        not null constraint exposure_import_fk references import,
    constraint exposure_names_an_item check (mask > 0),
    constraint exposure_withdrawn_with_reason check ((withdrawn_at is null) = (reason is null)),
    constraint exposure_withdrawn_later check (withdrawn_at >= recorded_at)
);
create unique index exposure_one_open on exposure (recipient_id, incident) where withdrawn_at is null;
create index exposure_of_incident on exposure (incident);

-- Staging: the validated rows of a list until it is applied or discarded. Afterwards only the waiting rows stay.
create table import_row (
    import_id       uuid    not null constraint import_row_import_fk references import,
    row_no          integer not null,
    line            bigint  not null,
    customer_number text,
    identity_key    text,
    email_key       text,
    name_key        text    not null,
    party           text    not null,
    status          text    not null,
    name            text    not null,
    name_kana       text,
    email           text,
    email_since     date,
    postal_code     text,
    address         text,
    mobile          text,
    mask            bigint  not null,
    fresh_id        uuid    not null,
    inquiry_number  text    not null,
    outcome         text,
    conflict        text,
    recipient_id    uuid,
    known           boolean,
    contact_differs boolean,
    constraint import_row_pk primary key (import_id, row_no),
    constraint import_row_outcome_known check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'DUPLICATE', 'WAITING')),
    constraint import_row_waits_for_a_reason check ((outcome = 'WAITING') = (conflict is not null))
);

-- Rows that cannot be taken, as they came, with what is wrong in which column.
create table import_rejection (
    import_id uuid    not null constraint import_rejection_import_fk references import,
    row_no    integer not null,
    line      bigint  not null,
    cells     text[]  not null,
    columns   text[]  not null,
    reasons   text[]  not null,
    constraint import_rejection_pk primary key (import_id, row_no),
    constraint import_rejection_has_reason check (cardinality(reasons) > 0 and cardinality(reasons) = cardinality(columns))
);
