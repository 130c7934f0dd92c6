-- Contact data that changed after it came in with a list: proposed by one person with its ground, released by another.
-- The contact as it was stays, sealed as it was. reachable_before says whether there was an e-mail or address until then:
-- figures for an earlier instant go by it.
create table contact_change (
    id               uuid        not null constraint contact_change_pk primary key,
    recipient_id     uuid        not null constraint contact_change_recipient_fk references recipient,
    fields           text[]      not null,
    source           text        not null,
    ground           text        not null,
    proposed         bytea       not null,
    contact          bytea,
    reachable_before boolean,
    state            text        not null,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    released_at      timestamptz,
    released_by      text,
    returned_at      timestamptz,
    returned_by      text,
    return_reason    text,
    version          bigint      not null default 0,
    constraint contact_change_fields_known check (
        cardinality(fields) > 0 and fields <@ array['EMAIL', 'ADDRESS', 'MOBILE']),
    constraint contact_change_source_known check (source in ('RECIPIENT', 'POST', 'PUBLIC_REGISTER', 'LATER_LIST', 'OTHER')),
    constraint contact_change_state_known check (state in ('PROPOSED', 'RELEASED', 'RETURNED')),
    constraint contact_change_released check ((state = 'RELEASED') = (released_at is not null and released_by is not null
        and contact is not null and reachable_before is not null)),
    constraint contact_change_returned check
        ((state = 'RETURNED') = (returned_at is not null and returned_by is not null and return_reason is not null)),
    constraint contact_change_four_eyes check (released_by <> recorded_by)
);
create index contact_change_of_recipient on contact_change (recipient_id);
create unique index contact_change_one_proposed on contact_change (recipient_id) where state = 'PROPOSED';
comment on column contact_change.ground is 'In words, for the auditor, too: it names nobody.';
comment on column contact_change.contact is 'The one that was replaced.';

-- Contact data that a later list tells otherwise than the ledger has it: the last such row of each recipient as it was
-- staged, sealed for whom it would have become, until somebody has proposed it or put it aside.
create table contact_told (
    recipient_id uuid        not null constraint contact_told_pk primary key
        constraint contact_told_recipient_fk references recipient,
    import_id    uuid        not null constraint contact_told_import_fk references import,
    fields       text[]      not null,
    fresh_id     uuid        not null,
    contact      bytea       not null,
    recorded_at  timestamptz not null
);
