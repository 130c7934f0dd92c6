-- Decisions about who is who. Each is a fact of a person, with a reason, and takes effect once a second person has
-- released it.

-- Whom a waiting row of a list means. Carried out by an import of its own; taken back, the row waits again.
create table import_decision (
    id            uuid        not null constraint import_decision_pk primary key,
    import_id     uuid        not null constraint import_decision_import_fk references import,
    row_no        integer     not null,
    conflict      text        not null,
    decision      text        not null,
    recipient_id  uuid        constraint import_decision_recipient_fk references recipient,
    reason        text        not null,
    carried_by    uuid        not null constraint import_decision_carried_by_fk references import,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    taken_back_at timestamptz,
    taken_back_by text,
    constraint import_decision_known check (decision in ('SAME_PARTY', 'ANOTHER_PARTY', 'DROP')),
    constraint import_decision_names_the_same check (recipient_id is null or decision = 'SAME_PARTY'),
    constraint import_decision_taken_back check ((taken_back_at is null) = (taken_back_by is null))
);
create unique index import_decision_one_a_row on import_decision (import_id, row_no) where taken_back_at is null;
create index import_decision_by_carrier on import_decision (carried_by, row_no);

-- An applicant, or anybody without a customer number, who looks like a customer.
create table merge_proposal (
    id           uuid        not null constraint merge_proposal_pk primary key,
    recipient_id uuid        not null constraint merge_proposal_recipient_fk references recipient,
    customer_id  uuid        not null constraint merge_proposal_customer_fk references recipient,
    alike        text[]      not null,
    state        text        not null default 'OPEN',
    recorded_at  timestamptz not null,
    import_id    uuid        not null constraint merge_proposal_import_fk references import,
    reason       text,
    decided_at   timestamptz,
    decided_by   text,
    released_at  timestamptz,
    released_by  text,
    version      bigint      not null default 0,
    constraint merge_proposal_once unique (recipient_id, customer_id),
    constraint merge_proposal_state_known check
        (state in ('OPEN', 'TO_MERGE', 'TO_KEEP_APART', 'MERGED', 'KEPT_APART', 'OVERTAKEN')),
    constraint merge_proposal_decided_with_reason check
        (state in ('OPEN', 'OVERTAKEN') or (reason is not null and decided_by is not null and decided_at is not null)),
    constraint merge_proposal_released check
        ((state in ('MERGED', 'KEPT_APART')) = (released_at is not null and released_by is not null)),
    constraint merge_proposal_four_eyes check (released_by <> decided_by)
);
create index merge_proposal_by_state on merge_proposal (state, id);

-- Two recipients who turned out to be one: from recorded_at on, the second is the first. Never undone, never chained: who
-- is merged has no customer number, with whom he is merged has one.
create table recipient_merge (
    recipient_id uuid        not null constraint recipient_merge_pk primary key
        constraint recipient_merge_recipient_fk references recipient,
    survivor_id  uuid        not null constraint recipient_merge_survivor_fk references recipient,
    recorded_at  timestamptz not null,
    proposal_id  uuid        not null constraint recipient_merge_proposal_fk references merge_proposal,
    constraint recipient_merge_two check (recipient_id <> survivor_id)
);
create index recipient_merge_by_survivor on recipient_merge (survivor_id);

-- What the desk looked up: who, why, when and how many were found; never what was asked for.
create table lookup (
    id          uuid        not null constraint lookup_pk primary key,
    by_what     text        not null,
    reason      text        not null,
    found       integer     not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint lookup_by_what_known check
        (by_what in ('CUSTOMER_NUMBER', 'EMAIL', 'INQUIRY_NUMBER', 'NAME_AND_POSTAL_CODE'))
);

create table lookup_found (
    lookup_id    uuid not null constraint lookup_found_lookup_fk references lookup,
    recipient_id uuid not null constraint lookup_found_recipient_fk references recipient,
    constraint lookup_found_pk primary key (lookup_id, recipient_id)
);

-- How a caller showed who he is, or failed to.
create table identity_check (
    id           uuid        not null constraint identity_check_pk primary key,
    recipient_id uuid        not null,
    lookup_id    uuid        not null,
    method       text        not null,
    item         text,
    passed       boolean     not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint identity_check_of_somebody_found foreign key (lookup_id, recipient_id) references lookup_found,
    constraint identity_check_method_known check (method in ('CALL_BACK', 'UNLEAKED_ITEM')),
    constraint identity_check_names_the_item check ((method = 'UNLEAKED_ITEM') = (item is not null))
);
create index identity_check_by_lookup on identity_check (lookup_id, recipient_id);
