-- What an inquiry into an incident finds out as it goes on (append-only: a wrong entry is corrected by a later one), and
-- what explains a figure that differs from one said before.
create table incident_finding (
    id uuid not null,
    incident text not null,
    kind text not null,
    text text not null,
    item text,
    investigator text,
    on_day date not null,
    corrects uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint incident_finding_pk primary key (id),
    constraint incident_finding_incident foreign key (incident) references incident (code),
    constraint incident_finding_item foreign key (item) references leak_item (code),
    constraint incident_finding_corrects foreign key (corrects) references incident_finding (id),
    constraint incident_finding_corrected_once unique (corrects),
    constraint incident_finding_kind check (
        kind in ('DIRECT_CAUSE', 'ROOT_CAUSE', 'HOW_FOUND', 'INVESTIGATION', 'NOT_LEAKED')),
    constraint incident_finding_parts check (
        (kind = 'NOT_LEAKED') = (item is not null) and (kind = 'INVESTIGATION') = (investigator is not null))
);

create index incident_finding_of_incident on incident_finding (incident, recorded_at);

create trigger incident_finding_append_only before update or delete on incident_finding
    for each row execute function refuse_change();

create index incident_in_order on incident (occurred_from, code);

alter table published_figure add column explanation text;
