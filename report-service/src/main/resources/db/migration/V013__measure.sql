-- What is done about the order (改善策), with the stages it goes through.

create table measure (
    id uuid not null,
    order_id uuid not null,
    revision integer not null,
    plan_no integer not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_pk primary key (id),
    constraint measure_order foreign key (order_id) references supervisory_order (id),
    constraint measure_revision check (revision >= plan_no and plan_no >= 1)
);

create index measure_of_order on measure (order_id, recorded_at, id);
create index measure_in_order on measure (recorded_at, id);

-- What is planned, anew with each change (append-only). number is the measure's revision it made.
create table measure_plan (
    id uuid not null,
    measure_id uuid not null,
    number integer not null,
    title text not null,
    owner text not null,
    verification text not null,
    extra text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_plan_pk primary key (id),
    constraint measure_plan_once unique (measure_id, number),
    constraint measure_plan_measure foreign key (measure_id) references measure (id)
);

create table measure_clause (
    plan_id uuid not null,
    position integer not null,
    clause integer not null,
    constraint measure_clause_pk primary key (plan_id, position),
    constraint measure_clause_once unique (plan_id, clause),
    constraint measure_clause_plan foreign key (plan_id) references measure_plan (id)
);

create table measure_stage (
    plan_id uuid not null,
    position integer not null,
    stage text not null,
    due date,
    not_applicable_reason text,
    constraint measure_stage_pk primary key (plan_id, position),
    constraint measure_stage_once unique (plan_id, stage),
    constraint measure_stage_plan foreign key (plan_id) references measure_plan (id),
    constraint measure_stage_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED')),
    constraint measure_stage_due check ((due is null) = (not_applicable_reason is not null))
);

-- Where each stage stands now: what lists and reminders look at. It follows from plans, slips and progress, and is
-- written in the transaction that records one of them; reports read those, never this.
create table measure_stage_now (
    measure_id uuid not null,
    position integer not null,
    stage text not null,
    due date,
    done_on date,
    constraint measure_stage_now_pk primary key (measure_id, position),
    constraint measure_stage_now_measure foreign key (measure_id) references measure (id),
    constraint measure_stage_now_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED'))
);

create index measure_stage_now_open on measure_stage_now (due, measure_id) where done_on is null and due is not null;

create table measure_progress (
    id uuid not null,
    measure_id uuid not null,
    revision integer not null,
    text text not null,
    stage text,
    done_on date,
    effect text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_progress_pk primary key (id),
    constraint measure_progress_measure foreign key (measure_id) references measure (id),
    constraint measure_progress_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED')),
    constraint measure_progress_effect check (effect in ('EFFECTIVE', 'PARTLY_EFFECTIVE', 'NOT_EFFECTIVE')),
    constraint measure_progress_done check ((stage is null) = (done_on is null))
);

create unique index measure_progress_stage_once on measure_progress (measure_id, stage) where stage is not null;
create index measure_progress_of_measure on measure_progress (measure_id, recorded_at);

create table measure_slip (
    id uuid not null,
    measure_id uuid not null,
    revision integer not null,
    stage text not null,
    old_due date not null,
    new_due date not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_slip_pk primary key (id),
    constraint measure_slip_measure foreign key (measure_id) references measure (id),
    constraint measure_slip_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED')),
    constraint measure_slip_later check (new_due > old_due)
);

create index measure_slip_of_measure on measure_slip (measure_id, recorded_at);

-- How the order's sheet looked when it last came in: its columns, so that what came in goes out the same (append-only).
create table measure_sheet (
    id uuid not null,
    order_id uuid not null,
    name text not null,
    headers text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_sheet_pk primary key (id),
    constraint measure_sheet_order foreign key (order_id) references supervisory_order (id)
);

create index measure_sheet_of_order on measure_sheet (order_id, recorded_at);
