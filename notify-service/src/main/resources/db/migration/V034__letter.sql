-- Letters on their way: batches that were printed as one file each, and what people record of them.

create table letter_batch (
    id          uuid        not null,
    campaign_id uuid        not null,
    template_id uuid        not null,
    dated       date        not null,
    letters     integer     not null,
    pages       integer     not null,
    sha256      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint letter_batch_pk primary key (id),
    constraint letter_batch_campaign_fk foreign key (campaign_id) references campaign (id),
    constraint letter_batch_template_fk foreign key (template_id) references template (id),
    constraint letter_batch_holds_letters check (letters > 0 and pages >= letters)
);
comment on column letter_batch.dated is 'The date the letters carry.';
comment on column letter_batch.sha256 is 'Of the printed file.';

-- Which letter stands where in which file. A delivery is printed once; to print it again is another try.
create table letter (
    delivery_id uuid    not null,
    batch_id    uuid    not null,
    sequence    integer not null,
    first_page  integer not null,
    pages       integer not null,
    constraint letter_pk primary key (delivery_id),
    constraint letter_delivery_fk foreign key (delivery_id) references delivery (id),
    constraint letter_batch_fk foreign key (batch_id) references letter_batch (id),
    constraint letter_once_in_its_place unique (batch_id, sequence)
);

-- When it happened by the word of whoever recorded it; recorded_at stays the instant of recording.
alter table delivery_event
    add column occurred_on date,
    add column return_reason text,
    add constraint delivery_event_return_reason check (return_reason is null or (state = 'RETURNED' and return_reason in
        ('MOVED_AWAY', 'NO_SUCH_ADDRESSEE', 'NOT_COLLECTED', 'REFUSED')));

-- Letters that wait. DEFERRED is a letter that could not be printed: its event says why, and it is tried again when there
-- is room. No column that a claim changes is in here.
create index delivery_state_letter_due on delivery_state (campaign_id, delivery_id)
    where channel = 'LETTER' and state in ('QUEUED', 'DEFERRED');
