-- One row: by what the names of messages on the wire cannot be guessed. Never replaced: bounces come late.
create table return_path_key (
    id                 uuid    not null,
    only_row           boolean not null default true,
    return_path_secret bytea   not null,
    constraint return_path_key_pk primary key (only_row),
    constraint return_path_key_only_row check (only_row)
);

comment on column return_path_key.return_path_secret is 'Sealed: a copy of the database does not forge a bounce.';
