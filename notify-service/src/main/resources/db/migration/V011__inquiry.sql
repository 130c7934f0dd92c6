-- What callers asked or reported (お問い合わせ). Append-only: a later finding on the same matter is an entry of its own
-- that names the first one.
create table inquiry (
    id           uuid        not null constraint inquiry_pk primary key,
    received_at  timestamptz not null,
    channel      text        not null,
    kind         text        not null,
    answered_at  timestamptz,
    finding      text,
    recipient_id uuid        constraint inquiry_recipient_fk references recipient,
    follows      uuid        constraint inquiry_follows_fk references inquiry,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint inquiry_channel_known check (channel in ('TELEPHONE', 'EMAIL', 'LETTER', 'WEB', 'VISIT')),
    constraint inquiry_kind_known check (kind in ('QUESTION', 'COMPLAINT', 'SUSPICIOUS_TRANSACTION', 'OTHER')),
    constraint inquiry_finding_known check (finding in ('ALLEGED', 'CONFIRMED', 'RULED_OUT')),
    constraint inquiry_answered_after_received check (answered_at >= received_at),
    constraint inquiry_follows_another check (follows <> id)
);
create index inquiry_follows on inquiry (follows) where follows is not null;
create index inquiry_of_recipient on inquiry (recipient_id) where recipient_id is not null;
