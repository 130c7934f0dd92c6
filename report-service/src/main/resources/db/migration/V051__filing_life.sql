-- What happens around a filing: corrections, the bureau's requests, who acts in whose place, and the daily runs.

alter table filing add column corrects uuid;
alter table filing add column correction_reason text;
alter table filing add column not_needed_because text;
alter table filing add constraint filing_corrects foreign key (corrects) references filing (id);
alter table filing add constraint filing_correction check (
    (corrects is null) = (version_no = 1) and (corrects is null) = (correction_reason is null));
alter table filing add constraint filing_not_needed check ((state = 'NOT_NEEDED') = (not_needed_because is not null));

-- The bureau's stamped copy.
alter table filing_submission add column evidence uuid;
alter table filing_submission add constraint filing_submission_evidence foreign key (evidence) references evidence (id);

create table filing_request (
    id uuid not null,
    filing_id uuid not null,
    kind text not null,
    asked_by text not null,
    text text not null,
    received_on date not null,
    due_on date not null,
    answered_on date,
    answer text,
    answer_recorded_at timestamptz,
    answer_recorded_by text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_request_pk primary key (id),
    constraint filing_request_filing foreign key (filing_id) references filing (id),
    constraint filing_request_kind check (kind in ('SUPPLEMENT', 'MATERIAL')),
    constraint filing_request_answer check (
        (answered_on is null) = (answer is null) and (answered_on is null) = (answer_recorded_at is null))
);

create index filing_request_of_filing on filing_request (filing_id);

create table delegation (
    id uuid not null,
    role text not null,
    delegate text not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    order_id uuid,
    reason text not null,
    ended_at timestamptz,
    ended_by text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint delegation_pk primary key (id),
    constraint delegation_order foreign key (order_id) references supervisory_order (id),
    constraint delegation_role check (role in ('APPROVER', 'REPRESENTATIVE')),
    constraint delegation_not_oneself check (delegate <> recorded_by),
    constraint delegation_time check (valid_from < valid_until)
);

-- Append-only: what each run looked at, made, and what waits and why.
create table filing_run (
    id uuid not null,
    day date not null,
    looked_at integer not null,
    made text not null,
    waiting text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_run_pk primary key (id)
);

create trigger filing_run_append_only before update or delete on filing_run
    for each row execute function refuse_change();
