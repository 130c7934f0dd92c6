-- Rotation of the keys that personal data is under.

-- The processes and the keys they were given; machine time. A key comes into use when all that live have it.
create table vault_holder (
    process uuid        not null constraint vault_holder_pk primary key,
    keys    text[]      not null,
    seen_at timestamptz not null
);

-- Look-up hashes under the key that comes next, of recipients and of staged rows (by the recipient they may become),
-- until they are put in place all at once. What they were made from is known by the end of the sealed contact: once
-- that has changed they do not count.
create table vault_rehashed (
    person          uuid    not null constraint vault_rehashed_pk primary key,
    key             integer not null,
    made_from       bytea   not null,
    customer_key    bytea,
    identity_key    bytea,
    email_key       bytea,
    name_key        bytea   not null,
    address_key     bytea,
    name_postal_key bytea,
    name_tag        integer not null,
    kana_tag        integer,
    postal_tag      integer,
    address_tag     integer,
    mobile_tag      integer
);
