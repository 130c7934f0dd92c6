-- For how many days nothing may have come back before a message counts as "no return". A setting that changes is a
-- fact too: figures for an earlier instant go by what was in force then.
create table waiting_time (
    id          integer     not null generated always as identity constraint waiting_time_pk primary key,
    email_days  integer     not null,
    letter_days integer     not null,
    recorded_at timestamptz not null,
    constraint waiting_time_is_days check (email_days > 0 and letter_days > 0)
);
