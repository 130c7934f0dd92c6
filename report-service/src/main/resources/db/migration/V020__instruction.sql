-- What the bureau says after its order (当局からの指示・照会), and what the firm answered. Append-only: a wrong entry is
-- corrected by a later one.

create table order_instruction (
    id uuid not null,
    order_id uuid not null,
    document_number text not null,
    officer text not null,
    received_on date not null,
    kind text not null,
    text text not null,
    from_report integer,
    interval_months integer,
    day_of_month integer,
    as_of_kind text,
    as_of_count integer,
    roll text,
    extended_to date,
    corrects uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint order_instruction_pk primary key (id),
    constraint order_instruction_order foreign key (order_id) references supervisory_order (id),
    constraint order_instruction_corrects foreign key (corrects) references order_instruction (id),
    constraint order_instruction_corrected_once unique (corrects),
    constraint order_instruction_kind check (
        kind in ('INTERVAL', 'DAY_OF_MONTH', 'AS_OF', 'ROLL', 'EXTENSION', 'AMENDMENT', 'INSTRUCTION', 'QUESTION')),
    constraint order_instruction_roll check (
        roll in ('PREVIOUS', 'NEXT')),
    constraint order_instruction_from check (
        (kind in ('AMENDMENT', 'INSTRUCTION', 'QUESTION')) = (from_report is null) and from_report >= 0),
    constraint order_instruction_effect check (
        (kind = 'INTERVAL') = (interval_months is not null)
        and (kind = 'DAY_OF_MONTH') = (day_of_month is not null)
        and (kind = 'AS_OF') = (as_of_kind is not null and as_of_count is not null)
        and (kind = 'ROLL') = (roll is not null)
        and (kind = 'EXTENSION') = (extended_to is not null))
);

create index order_instruction_of_order on order_instruction (order_id, recorded_at);

-- What an amendment puts in the place of the order's clauses of the same number, or adds to them.
create table order_instruction_clause (
    instruction_id uuid not null,
    position integer not null,
    number integer not null,
    kind text not null,
    text text not null,
    constraint order_instruction_clause_pk primary key (instruction_id, position),
    constraint order_instruction_clause_once unique (instruction_id, number),
    constraint order_instruction_clause_instruction foreign key (instruction_id) references order_instruction (id),
    constraint order_instruction_clause_kind check (
        kind in ('CONTAIN', 'LIMIT_HARM', 'INFORM_CUSTOMERS', 'REPORT'))
);

create table instruction_answer (
    id uuid not null,
    instruction_id uuid not null,
    text text not null,
    answered_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint instruction_answer_pk primary key (id),
    constraint instruction_answer_instruction foreign key (instruction_id) references order_instruction (id)
);

create index instruction_answer_of_instruction on instruction_answer (instruction_id, recorded_at);

create trigger order_instruction_append_only before update or delete on order_instruction
    for each row execute function refuse_change();
create trigger order_instruction_clause_append_only before update or delete on order_instruction_clause
    for each row execute function refuse_change();
create trigger instruction_answer_append_only before update or delete on instruction_answer
    for each row execute function refuse_change();
