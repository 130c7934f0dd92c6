-- What proves a thing that was done (証跡). The bytes lie in a folder under the id of their version: a row is committed
-- only once they do, and nothing ever writes to them again.

create table evidence (
    id uuid not null,
    about text not null,
    measure_id uuid,
    stage text,
    order_id uuid,
    clause integer,
    restriction_id uuid,
    timeline_entry_id uuid,
    filing_id uuid,
    title text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint evidence_pk primary key (id),
    constraint evidence_about check (about in ('MEASURE', 'CLAUSE', 'RESTRICTION', 'TIMELINE_ENTRY', 'FILING')),
    constraint evidence_one_subject check (
        (about = 'MEASURE') = (measure_id is not null)
        and (about = 'CLAUSE') = (order_id is not null)
        and (about = 'CLAUSE') = (clause is not null)
        and (about = 'RESTRICTION') = (restriction_id is not null)
        and (about = 'TIMELINE_ENTRY') = (timeline_entry_id is not null)
        and (about = 'FILING') = (filing_id is not null)),
    constraint evidence_stage check (stage in ('PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED')),
    constraint evidence_stage_of_measure check (stage is null or about = 'MEASURE'),
    constraint evidence_measure foreign key (measure_id) references measure (id),
    constraint evidence_order foreign key (order_id) references supervisory_order (id),
    constraint evidence_restriction foreign key (restriction_id) references restriction (id),
    constraint evidence_timeline_entry foreign key (timeline_entry_id) references timeline_entry (id),
    constraint evidence_filing foreign key (filing_id) references filing (id)
);

create index evidence_of_measure on evidence (measure_id) where measure_id is not null;
create index evidence_of_clause on evidence (order_id) where order_id is not null;
create index evidence_of_filing on evidence (filing_id) where filing_id is not null;

create table evidence_version (
    id uuid not null,
    evidence_id uuid not null,
    number integer not null,
    file_name text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint evidence_version_pk primary key (id),
    constraint evidence_version_once unique (evidence_id, number),
    constraint evidence_version_evidence foreign key (evidence_id) references evidence (id),
    constraint evidence_version_number check (number >= 1),
    constraint evidence_version_bytes check (bytes >= 1),
    constraint evidence_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);

create index evidence_version_of_content on evidence_version (sha256);

-- Each night every file is read again; what was found stays until a later night finds it mended.
create table evidence_check (
    id uuid not null,
    files bigint not null,
    bytes bigint not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint evidence_check_pk primary key (id)
);

create index evidence_check_latest on evidence_check (recorded_at);

create table evidence_finding (
    check_id uuid not null,
    version_id uuid not null,
    kind text not null,
    constraint evidence_finding_pk primary key (check_id, version_id),
    constraint evidence_finding_check foreign key (check_id) references evidence_check (id),
    constraint evidence_finding_version foreign key (version_id) references evidence_version (id),
    constraint evidence_finding_kind check (kind in ('ALTERED', 'MISSING', 'UNREADABLE'))
);

create trigger evidence_append_only before update or delete on evidence
    for each row execute function refuse_change();
create trigger evidence_version_append_only before update or delete on evidence_version
    for each row execute function refuse_change();
create trigger evidence_check_append_only before update or delete on evidence_check
    for each row execute function refuse_change();
create trigger evidence_finding_append_only before update or delete on evidence_finding
    for each row execute function refuse_change();
