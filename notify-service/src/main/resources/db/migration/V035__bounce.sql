-- One row: by what the names of messages on the wire cannot be guessed. Never replaced: bounces come late.
create table return_path_key (
    id                 uuid    not null,
    only_row           boolean not null default true,
    return_path_secret bytea   not null,
    constraint return_path_key_pk primary key (only_row),
    constraint return_path_key_only_row check (only_row)
);

comment on column return_path_key.return_path_secret is 'Sealed: a copy of the database does not forge a bounce.';

-- What came back, one row a message: never changed but for what a person says it is.
create table bounce (
    id           uuid        not null,
    digest       text        not null,
    source       text        not null,
    size         bigint      not null,
    kind         text        not null,
    rule         text,
    cause        text        not null,
    delivery_id  uuid,
    named_by     text,
    effect       text,
    state        text        not null,
    look         text,
    content      bytea       not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint bounce_pk primary key (id),
    constraint bounce_digest unique (digest),
    constraint bounce_delivery_fk foreign key (delivery_id) references delivery (id),
    constraint bounce_source check (source in ('CALL', 'MAILDIR', 'IMAP')),
    constraint bounce_kind check (kind in ('FAILED', 'DELAYED', 'DELIVERED', 'PASSED_ON', 'AUTO_REPLY', 'CHALLENGE', 'ANSWER',
        'SPAM', 'UNKNOWN')),
    constraint bounce_cause check (cause in ('BAD_ADDRESS', 'MAILBOX_FULL', 'MAILBOX', 'NETWORK', 'CONTENT', 'FILTERED',
        'POLICY', 'UNKNOWN')),
    constraint bounce_named_by check (named_by in ('ENVELOPE', 'MESSAGE_ID', 'TEXT', 'PERSON')),
    constraint bounce_named check ((named_by is null) = (delivery_id is null)),
    constraint bounce_effect check (effect in ('MOVED', 'NOTHING_NEW', 'NEVER_SENT')),
    constraint bounce_state check (state in ('NEEDS_A_LOOK', 'FOR_DESK', 'SETTLED')),
    constraint bounce_look check (look in ('UNKNOWN_FORM', 'CHALLENGE', 'NO_DELIVERY_NAMED', 'FORGED_NAME',
        'SEVERAL_DELIVERIES', 'NO_SUCH_DELIVERY', 'NEVER_SENT', 'SOME_FAILED', 'TOO_LARGE')),
    constraint bounce_look_says_why check (state <> 'NEEDS_A_LOOK' or look is not null)
);
create index bounce_open on bounce (state, id) where state <> 'SETTLED';
create index bounce_by_delivery on bounce (delivery_id) where delivery_id is not null;
create index bounce_policy on bounce (recorded_at) where cause = 'POLICY' and kind = 'FAILED';

comment on column bounce.digest is 'SHA-256 of the message: the same one again changes nothing.';
comment on column bounce.rule is 'What told the kind: the name of a rule and the version of the rules.';
comment on column bounce.look is 'Why it needs, or needed, a look.';
comment on column bounce.content is 'Sealed: sender, subject and text.';

-- What it says of each recipient.
create table bounce_recipient (
    bounce_id uuid     not null,
    no        smallint not null,
    action    text     not null,
    status    text,
    detail    bytea    not null,
    constraint bounce_recipient_pk primary key (bounce_id, no),
    constraint bounce_recipient_bounce_fk foreign key (bounce_id) references bounce (id),
    constraint bounce_recipient_action check (action in ('FAILED', 'DELAYED', 'DELIVERED', 'RELAYED', 'EXPANDED'))
);

comment on column bounce_recipient.detail is 'Sealed: the addresses, and the words of the mail system.';

-- What persons said of it; append-only.
create table bounce_finding (
    id          bigint generated always as identity,
    bounce_id   uuid        not null,
    finding     text        not null,
    delivery_id uuid,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint bounce_finding_pk primary key (id),
    constraint bounce_finding_bounce_fk foreign key (bounce_id) references bounce (id),
    constraint bounce_finding_delivery_fk foreign key (delivery_id) references delivery (id),
    constraint bounce_finding_finding check (finding in ('BOUNCED', 'AUTO_REPLY', 'SPAM', 'FOR_DESK', 'ANSWERED', 'LOOK_AGAIN')),
    constraint bounce_finding_delivery check ((finding = 'BOUNCED') = (delivery_id is not null))
);
create index bounce_finding_by_bounce on bounce_finding (bounce_id, id);
