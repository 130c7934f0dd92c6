create table campaign (
    id              uuid        not null,
    title           text        not null,
    template_id     uuid        not null,
    letter_template_id uuid,
    complete_by     date        not null,
    rate_per_second integer,
    facts           text        not null,
    state           text        not null,
    reason          text,
    digest          text        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    approved_at     timestamptz,
    approved_by     text,
    version         bigint      not null default 0,
    constraint campaign_pk primary key (id),
    constraint campaign_template_fk foreign key (template_id) references template (id),
    constraint campaign_letter_template_fk foreign key (letter_template_id) references template (id),
    constraint campaign_state check (state in ('DRAFT', 'APPROVED', 'RUNNING', 'PAUSED', 'COMPLETE', 'CANCELLED')),
    constraint campaign_rate check (rate_per_second > 0),
    constraint campaign_four_eyes check (approved_by <> recorded_by)
);

comment on column campaign.reason is 'Why it is paused or cancelled.';
comment on column campaign.facts is 'JSON: what the messages say of firm and incidents; frozen when it is approved.';

create table campaign_incident (
    campaign_id   uuid     not null,
    incident      text     not null,
    position      smallint not null,
    occurred_from date     not null,
    constraint campaign_incident_pk primary key (campaign_id, incident),
    constraint campaign_incident_campaign_fk foreign key (campaign_id) references campaign (id)
);

-- Everything that ever happened to a campaign; append-only.
create table campaign_event (
    id          bigint generated always as identity,
    campaign_id uuid        not null,
    state       text        not null,
    reason      text,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint campaign_event_pk primary key (id),
    constraint campaign_event_campaign_fk foreign key (campaign_id) references campaign (id)
);
create index campaign_event_by_campaign on campaign_event (campaign_id, id);
