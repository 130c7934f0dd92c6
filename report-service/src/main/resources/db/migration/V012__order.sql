-- The bureau's order; the word itself is taken in SQL.

create table supervisory_order (
    id uuid not null,
    authority text not null,
    document_number text not null,
    legal_basis text not null,
    prior_demand text,
    issued_on date not null,
    received_at timestamptz not null,
    first_report_due_on date not null,
    interval_months integer not null,
    as_of_kind text not null,
    as_of_count integer not null,
    takes_json boolean not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint supervisory_order_pk primary key (id),
    constraint supervisory_order_document unique (authority, document_number),
    constraint supervisory_order_interval check (interval_months >= 1),
    constraint supervisory_order_as_of check (
        (as_of_kind = 'OPEN_DAYS_BEFORE' and as_of_count >= 1)
        or (as_of_kind = 'DAY_OF_MONTH' and as_of_count between 1 and 31))
);

create table order_incident (
    order_id uuid not null,
    position integer not null,
    incident text not null,
    constraint order_incident_pk primary key (order_id, position),
    constraint order_incident_once unique (order_id, incident),
    constraint order_incident_order foreign key (order_id) references supervisory_order (id),
    constraint order_incident_incident foreign key (incident) references incident (code)
);

create table order_clause (
    order_id uuid not null,
    position integer not null,
    number integer not null,
    kind text not null,
    text text not null,
    constraint order_clause_pk primary key (order_id, position),
    constraint order_clause_once unique (order_id, number),
    constraint order_clause_order foreign key (order_id) references supervisory_order (id),
    constraint order_clause_kind check (kind in ('CONTAIN', 'LIMIT_HARM', 'INFORM_CUSTOMERS', 'REPORT'))
);

-- The end of the reporting duty. Lifting a restriction and the end of the order are acts of their own.
create table order_release (
    order_id uuid not null,
    document text not null,
    effective_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint order_release_pk primary key (order_id),
    constraint order_release_order foreign key (order_id) references supervisory_order (id)
);

-- Only the date the order fixes is kept; safe, latest and as-of follow from it by the monthly rule.
create table deadline (
    id uuid not null,
    order_id uuid not null,
    number integer not null,
    nominal date not null,
    state text not null,
    received_at timestamptz,
    ground text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    settled_at timestamptz,
    version bigint not null,
    constraint deadline_pk primary key (id),
    constraint deadline_once unique (order_id, number),
    constraint deadline_order foreign key (order_id) references supervisory_order (id),
    constraint deadline_state check (state in ('OPEN', 'MET', 'MET_LATE', 'NOT_NEEDED')),
    constraint deadline_settled check ((state = 'OPEN') = (settled_at is null)),
    constraint deadline_received check ((state in ('MET', 'MET_LATE')) = (received_at is not null)),
    constraint deadline_ground check (state <> 'NOT_NEEDED' or ground is not null)
);
