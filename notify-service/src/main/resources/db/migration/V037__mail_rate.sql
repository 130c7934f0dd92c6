-- At most one row: how many messages a second all campaigns may send together; machine time.
create table mail_rate (
    id              boolean     not null default true,
    rate_per_second integer,
    used_up_to      timestamptz not null,
    constraint mail_rate_pk primary key (id),
    constraint mail_rate_one_row check (id),
    constraint mail_rate_rate check (rate_per_second > 0)
);

-- What each process sends a second at present, by campaign; for a forecast over all of them.
alter table delivery_process add column sending jsonb not null default '{}';
