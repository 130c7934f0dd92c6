-- A name can change, too: one that no font prints would keep its letter from going out for ever.
alter table contact_change
    drop constraint contact_change_fields_known,
    add constraint contact_change_fields_known check (
        cardinality(fields) > 0 and fields <@ array['EMAIL', 'ADDRESS', 'MOBILE', 'NAME']);
