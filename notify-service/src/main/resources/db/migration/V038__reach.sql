-- What people do for those whom messages do not reach: calls, and what stands in place of telling them.

-- A call of the desk (架電). Append-only. One in which somebody was told is a delivery, too, which says what was told.
create table telephone_call (
    id                uuid        not null constraint telephone_call_pk primary key,
    campaign_id       uuid        not null constraint telephone_call_campaign_fk references campaign,
    recipient_id      uuid        not null constraint telephone_call_recipient_fk references recipient,
    outcome           text        not null,
    identity_check_id uuid        constraint telephone_call_check_fk references identity_check,
    delivery_id       uuid        constraint telephone_call_delivery_fk references delivery,
    called_at         timestamptz not null,
    note              bytea,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    constraint telephone_call_outcome_known check (outcome in ('TOLD', 'MESSAGE_LEFT', 'NO_ANSWER', 'IDENTITY_NOT_SHOWN',
        'DECLINED', 'WRONG_NUMBER', 'OUT_OF_SERVICE')),
    constraint telephone_call_told_to_whom check ((outcome = 'TOLD') = (delivery_id is not null)),
    constraint telephone_call_told_after_a_check check ((outcome = 'TOLD') = (identity_check_id is not null)),
    constraint telephone_call_recorded_afterwards check (called_at <= recorded_at),
    constraint telephone_call_one_a_check unique (campaign_id, identity_check_id)
);
create index telephone_call_of_recipient on telephone_call (recipient_id);
comment on column telephone_call.note is 'What the desk wrote down, sealed.';

-- Recipients of whom two people say that they need not, or cannot, be told themselves (CLOSED), or that something public
-- stands in its place (SUBSTITUTED). One person proposes a list that does not change any more, another releases it.
create table closing (
    id            uuid        not null constraint closing_pk primary key,
    kind          text        not null,
    reason        text,
    ground        text        not null,
    campaign_id   uuid        constraint closing_campaign_fk references campaign,
    not_told      text,
    nothing_left  boolean     not null default false,
    members       integer     not null,
    digest        text        not null,
    state         text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    released_at   timestamptz,
    released_by   text,
    returned_at   timestamptz,
    returned_by   text,
    return_reason text,
    version       bigint      not null default 0,
    constraint closing_kind_known check (kind in ('SUBSTITUTED', 'CLOSED')),
    constraint closing_reason_known check (reason in ('DECEASED', 'DISSOLVED', 'DECLINED', 'OTHER')),
    constraint closing_has_a_reason check ((kind = 'CLOSED') = (reason is not null)),
    constraint closing_has_members check (members > 0),
    constraint closing_state_known check (state in ('PROPOSED', 'RELEASED', 'RETURNED')),
    constraint closing_released check ((state = 'RELEASED') = (released_at is not null and released_by is not null)),
    constraint closing_returned check
        ((state = 'RETURNED') = (returned_at is not null and returned_by is not null and return_reason is not null)),
    constraint closing_four_eyes check (released_by <> recorded_by)
);
comment on column closing.ground is 'In words, for the auditor, too: it names nobody.';

-- Whom it is of, and what of theirs it covers: incident code to mask of leak items, as the ledger had it when it was
-- proposed. Whoever gains items later is open again by himself. Lifted by one person, who has found out otherwise.
create table closing_recipient (
    closing_id   uuid        not null constraint closing_recipient_closing_fk references closing,
    recipient_id uuid        not null constraint closing_recipient_recipient_fk references recipient,
    covers       jsonb       not null,
    lifted_at    timestamptz,
    lifted_by    text,
    lift_reason  text,
    constraint closing_recipient_pk primary key (closing_id, recipient_id),
    constraint closing_recipient_lifted check
        ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);
create index closing_recipient_of_recipient on closing_recipient (recipient_id);

-- What is closed today, by the party it is of.
create view closed_party as
    select coalesce(m.survivor_id, s.recipient_id) as recipient_id, s.covers, c.id as closing_id
    from closing_recipient s
    join closing c on c.id = s.closing_id and c.state = 'RELEASED'
    left join recipient_merge m on m.recipient_id = s.recipient_id
    where s.lifted_at is null;

-- Deliveries that the desk asked for, and why. The reason names nobody.
create table resend (
    delivery_id uuid        not null constraint resend_pk primary key constraint resend_delivery_fk references delivery,
    reason      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
