-- What a database administrator would do by hand with the list on psql's standard input; this is what is timed.
\set ON_ERROR_STOP on
\set QUIET on
begin;
\copy staging from pstdin with (format csv, header true, encoding 'UTF8')

insert into import (file_name) values ('list.csv');

create temporary view row as
    select *, name_key || chr(31) || replace(postal_code, '-', '') as name_postal_key
    from (
        select *, lower(normalize(email, nfkc)) as email_key, lower(replace(normalize(name, nfkc), ' ', '')) as name_key
        from staging
    ) keyed;

insert into recipient (party, status, customer_number, email_key, name_key, name_postal_key, name, name_kana,
    email, email_since, postal_code, address, mobile, recorded_at, import_id)
select party, status, customer_number, email_key, name_key, name_postal_key, name, name_kana, email, email_since,
    postal_code, address, mobile, now(), (select max(id) from import)
from row where customer_number is not null
on conflict (customer_number) do nothing;

insert into recipient (party, status, identity_key, email_key, name_key, name_postal_key, name, name_kana,
    email, email_since, postal_code, address, mobile, recorded_at, import_id)
select party, status, email_key || chr(31) || name_key, email_key, name_key, name_postal_key, name, name_kana,
    email, email_since, postal_code, address, mobile, now(), (select max(id) from import)
from row where customer_number is null
on conflict (identity_key) do nothing;

insert into exposure (recipient_id, incident, items, recorded_at, import_id)
select k.id, '2016-attack', s.items, now(), (select max(id) from import)
from staging s join recipient k on k.customer_number = s.customer_number
on conflict (recipient_id, incident) where withdrawn_at is null
do update set items = excluded.items where exposure.items <> excluded.items;

insert into exposure (recipient_id, incident, items, recorded_at, import_id)
select k.id, '2016-attack', s.items, now(), (select max(id) from import)
from row s join recipient k on k.identity_key = s.email_key || chr(31) || s.name_key
where s.customer_number is null
on conflict (recipient_id, incident) where withdrawn_at is null
do update set items = excluded.items where exposure.items <> excluded.items;

truncate staging;
commit;
