-- A template's text is never changed: a new wording is a new row, approved by a second person.
create table template (
    id           uuid        not null,
    name         text        not null,
    channel      text        not null,
    subject      text        not null,
    body         text        not null,
    digest       text        not null,
    state        text        not null default 'DRAFT',
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    approved_at  timestamptz,
    approved_by  text,
    version      bigint      not null default 0,
    constraint template_pk primary key (id),
    constraint template_channel check (channel in ('EMAIL')),
    constraint template_state check (state in ('DRAFT', 'APPROVED')),
    constraint template_subject_is_one_line check (subject !~ '[[:cntrl:]]'),
    constraint template_four_eyes check (approved_by <> recorded_by),
    constraint template_approval check ((state = 'APPROVED') = (approved_by is not null and approved_at is not null))
);
