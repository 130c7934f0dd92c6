-- Filings (報告書) from draft to submission.

create table filing (
    id uuid not null,
    order_id uuid not null,
    kind text not null,
    number integer not null,
    version_no integer not null,
    state text not null,
    as_of timestamptz not null,
    nominal date not null,
    safe date not null,
    waiting text,
    figures text,
    drafted text,
    content text,
    digest text,
    approved_by text,
    approved_at timestamptz,
    released_by text,
    released_at timestamptz,
    release_no integer not null,
    board_date date,
    board_resolution text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    version bigint not null,
    constraint filing_pk primary key (id),
    constraint filing_once unique (order_id, kind, number, version_no),
    constraint filing_order foreign key (order_id) references supervisory_order (id),
    constraint filing_kind check (kind in ('INITIAL', 'PROGRESS')),
    constraint filing_number check ((kind = 'INITIAL') = (number = 0)),
    constraint filing_state check (
        state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RELEASED', 'SUBMITTED', 'NOT_NEEDED')),
    constraint filing_released check (
        state not in ('RELEASED', 'SUBMITTED') or (released_at is not null and content is not null)),
    constraint filing_four_eyes check (released_by is null or released_by <> approved_by)
);

create table filing_submission (
    filing_id uuid not null,
    channel text not null,
    receipt_number text not null,
    received_at timestamptz not null,
    reasons_if_late text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_submission_pk primary key (filing_id),
    constraint filing_submission_filing foreign key (filing_id) references filing (id)
);

create table filing_remark (
    filing_id uuid not null,
    section text not null,
    text text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_remark_pk primary key (filing_id, section),
    constraint filing_remark_filing foreign key (filing_id) references filing (id)
);

create table filing_override (
    filing_id uuid not null,
    check_name text not null,
    reason text not null,
    note text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_override_pk primary key (filing_id, check_name),
    constraint filing_override_filing foreign key (filing_id) references filing (id)
);

-- Append-only: everything that ever happened to a filing.
create table filing_event (
    id uuid not null,
    filing_id uuid not null,
    kind text not null,
    state text not null,
    detail text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_event_pk primary key (id),
    constraint filing_event_filing foreign key (filing_id) references filing (id)
);

create index filing_event_of_filing on filing_event (filing_id, recorded_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is append-only', tg_op, tg_table_name;
end
$$;

create trigger filing_event_append_only before update or delete on filing_event
    for each row execute function refuse_change();
create trigger timeline_entry_append_only before update or delete on timeline_entry
    for each row execute function refuse_change();
create trigger measure_progress_append_only before update or delete on measure_progress
    for each row execute function refuse_change();
create trigger measure_plan_append_only before update or delete on measure_plan
    for each row execute function refuse_change();
create trigger measure_clause_append_only before update or delete on measure_clause
    for each row execute function refuse_change();
create trigger measure_stage_append_only before update or delete on measure_stage
    for each row execute function refuse_change();
create trigger measure_sheet_append_only before update or delete on measure_sheet
    for each row execute function refuse_change();
create trigger measure_slip_append_only before update or delete on measure_slip
    for each row execute function refuse_change();

-- The bytes that were released: they are the truth, whatever a later build would print.
create table filing_document (
    filing_id uuid not null,
    release_no integer not null,
    rendering text not null,
    sha256 text not null,
    bytes bytea not null,
    constraint filing_document_pk primary key (filing_id, release_no, rendering),
    constraint filing_document_filing foreign key (filing_id) references filing (id),
    constraint filing_document_rendering check (rendering in ('SUBMISSION', 'FIRM_COPY'))
);

create trigger filing_document_append_only before update or delete on filing_document
    for each row execute function refuse_change();
