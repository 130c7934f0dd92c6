-- How the file of an import was read (no personal data), and its header as it came, sealed, for the rows that go back;
-- erased with them.
create table import_reading (
    import_id uuid  not null constraint import_reading_pk primary key
                     constraint import_reading_import_fk references import,
    reading   jsonb not null,
    header    bytea
);
create index import_of_file on import (sha256);
