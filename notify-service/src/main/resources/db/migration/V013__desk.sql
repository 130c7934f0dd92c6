-- What the desk answers, and what it must take back.

-- Whom the desk told that he is not affected as far as the inquiry of that day shows. Who asked stands in the sealed contact:
-- name, what he was looked for by, and the telephone to call him back on. The keys are keyed hashes as those of recipients,
-- under the key whose number stands beside them; they are made anew from the contact when that key is replaced.
create table not_affected (
    id              uuid        not null constraint not_affected_pk primary key,
    contact         bytea       not null,
    lookup_key      integer     not null,
    customer_key    bytea,
    email_key       bytea,
    name_postal_key bytea,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    constraint not_affected_by_something check (num_nonnulls(customer_key, email_key, name_postal_key) > 0)
);

-- A later list has added somebody who looks like whoever was told so: he is to be called back.
create table recall (
    id              uuid        not null constraint recall_pk primary key,
    not_affected_id uuid        not null constraint recall_not_affected_fk references not_affected,
    recipient_id    uuid        not null constraint recall_recipient_fk references recipient,
    import_id       uuid        constraint recall_import_fk references import,
    recorded_at     timestamptz not null,
    constraint recall_once unique (not_affected_id, recipient_id)
);

-- What came of calling him back; append-only. It is settled once he has been told, or turned out to be somebody else.
create table recall_step (
    id          uuid        not null constraint recall_step_pk primary key,
    recall_id   uuid        not null constraint recall_step_recall_fk references recall,
    outcome     text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint recall_step_outcome_known check (outcome in ('NOT_REACHED', 'TOLD', 'SOMEBODY_ELSE'))
);
create index recall_step_of_recall on recall_step (recall_id, id);

-- An inquiry says what was asked and answered, sealed; how the caller showed who he is; and whether he was told that he is
-- not affected.
alter table inquiry
    add column words             bytea,
    add column identity_check_id uuid constraint inquiry_identity_check_fk references identity_check,
    add column not_affected_id   uuid constraint inquiry_not_affected_fk references not_affected;

-- Inquiry numbers under which nothing is confirmed any more, such as one that stands in a false message. The recipient has
-- another one since. The reason names nobody.
create table inquiry_number_revoked (
    number       text        collate "C" not null constraint inquiry_number_revoked_pk primary key,
    recipient_id uuid        not null constraint inquiry_number_revoked_recipient_fk references recipient,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);
create index inquiry_number_revoked_of_recipient on inquiry_number_revoked (recipient_id);
