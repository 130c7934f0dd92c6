-- What an officer wrote into a filing, and what its checks had found when it was approved; append-only.

create table filing_text (
    id uuid not null,
    filing_id uuid not null,
    kind text not null,
    subject text not null,
    text text not null,
    base text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_text_pk primary key (id),
    constraint filing_text_filing foreign key (filing_id) references filing (id),
    constraint filing_text_kind check (kind in ('SECTION', 'EXPLANATION', 'REMARK'))
);

create index filing_text_of_filing on filing_text (filing_id, kind, recorded_at);

create trigger filing_text_append_only before update or delete on filing_text
    for each row execute function refuse_change();

create table filing_check (
    id uuid not null,
    filing_id uuid not null,
    check_name text not null,
    outcome text not null,
    compared text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint filing_check_pk primary key (id),
    constraint filing_check_filing foreign key (filing_id) references filing (id)
);

create index filing_check_of_filing on filing_check (filing_id, recorded_at);

create trigger filing_check_append_only before update or delete on filing_check
    for each row execute function refuse_change();
