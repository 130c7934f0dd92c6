-- What the firm has said in public: notices and figures, never overwritten.

create table public_notice (
    id uuid not null,
    title text not null,
    text text not null,
    published_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint public_notice_pk primary key (id)
);

create table public_notice_relation (
    notice uuid not null,
    position integer not null,
    earlier uuid not null,
    kind text not null,
    constraint public_notice_relation_pk primary key (notice, position),
    constraint public_notice_relation_once unique (notice, earlier, kind),
    constraint public_notice_relation_notice foreign key (notice) references public_notice (id),
    constraint public_notice_relation_earlier foreign key (earlier) references public_notice (id),
    constraint public_notice_relation_kind check (kind in ('REPLACES', 'ADDS_TO'))
);

create table published_figure (
    id uuid not null,
    incident text not null,
    number bigint not null,
    unit text not null,
    certainty text not null,
    published_at timestamptz not null,
    notice uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    approved_at timestamptz,
    approved_by text,
    version bigint not null,
    constraint published_figure_pk primary key (id),
    constraint published_figure_number check (number >= 0),
    constraint published_figure_unit check (unit in ('RECORDS', 'PERSONS')),
    constraint published_figure_certainty check (certainty in ('ESTIMATED', 'CONFIRMED')),
    constraint published_figure_incident foreign key (incident) references incident (code),
    constraint published_figure_notice foreign key (notice) references public_notice (id),
    constraint published_figure_approval check ((approved_at is null) = (approved_by is null)),
    constraint published_figure_four_eyes check (approved_by is null or approved_by <> recorded_by)
);
