-- Restrictions of the business (業務の制限), such as the stop of new accounts.

create table restriction (
    id uuid not null,
    kind text not null,
    from_at timestamptz not null,
    ground text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint restriction_pk primary key (id),
    constraint restriction_kind check (kind in ('NEW_ACCOUNTS'))
);

create table restriction_lifting (
    restriction_id uuid not null,
    until_at timestamptz not null,
    confirmation text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    approved_at timestamptz,
    approved_by text,
    version bigint not null,
    constraint restriction_lifting_pk primary key (restriction_id),
    constraint restriction_lifting_restriction foreign key (restriction_id) references restriction (id),
    constraint restriction_lifting_approval check ((approved_at is null) = (approved_by is null)),
    constraint restriction_lifting_four_eyes check (approved_by is null or approved_by <> recorded_by)
);

-- A lifting that an approver gave back before it counted; another can then be entered.
create table returned_lifting (
    id uuid not null,
    restriction_id uuid not null,
    until_at timestamptz not null,
    confirmation text not null,
    entered_at timestamptz not null,
    entered_by text not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint returned_lifting_pk primary key (id),
    constraint returned_lifting_restriction foreign key (restriction_id) references restriction (id)
);

-- The firm as its letters name it; the last row recorded is the one that holds.
create table firm (
    id uuid not null,
    name text not null,
    seat text not null,
    registration_number text not null,
    corporate_number text,
    representative_title text not null,
    representative_name text not null,
    contact_department text not null,
    contact_person text,
    contact_phone text not null,
    contact_email text,
    desk_phone text,
    desk_hours text,
    website text,
    bureau_addressee text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint firm_pk primary key (id)
);
