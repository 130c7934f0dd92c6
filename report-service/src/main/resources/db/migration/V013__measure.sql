-- What is done about the order (改善策), with the stages it goes through.

create table measure (
    id uuid not null,
    order_id uuid not null,
    title text not null,
    owner text not null,
    verification text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_pk primary key (id),
    constraint measure_order foreign key (order_id) references supervisory_order (id)
);

create table measure_clause (
    measure_id uuid not null,
    position integer not null,
    order_id uuid not null,
    clause integer not null,
    constraint measure_clause_pk primary key (measure_id, position),
    constraint measure_clause_once unique (measure_id, clause),
    constraint measure_clause_measure foreign key (measure_id) references measure (id)
);

create table measure_stage (
    measure_id uuid not null,
    position integer not null,
    stage text not null,
    due date,
    not_applicable_reason text,
    constraint measure_stage_pk primary key (measure_id, position),
    constraint measure_stage_once unique (measure_id, stage),
    constraint measure_stage_measure foreign key (measure_id) references measure (id),
    constraint measure_stage_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED')),
    constraint measure_stage_due check ((due is null) = (not_applicable_reason is not null))
);

create table measure_progress (
    id uuid not null,
    measure_id uuid not null,
    text text not null,
    stage text,
    done_on date,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint measure_progress_pk primary key (id),
    constraint measure_progress_measure foreign key (measure_id) references measure (id),
    constraint measure_progress_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED')),
    constraint measure_progress_done check ((stage is null) = (done_on is null))
);

create index measure_progress_of_measure on measure_progress (measure_id, recorded_at);

create table measure_slip (
    id uuid not null,
    measure_id uuid not null,
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
