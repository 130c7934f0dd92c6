-- Whether two people said of everything that a message would tell that its recipient is not to be told it any more.
create function is_closed(recipient uuid, told jsonb) returns boolean language sql stable as $$
    select not exists (
        select from jsonb_each(told) item
        where not exists (
            select from closing_recipient s
            join closing c on c.id = s.closing_id and c.state = 'RELEASED'
            where s.lifted_at is null
                and s.recipient_id = any (array(
                    select party.id
                    from (select coalesce(
                        (select m.survivor_id from recipient_merge m where m.recipient_id = is_closed.recipient),
                        is_closed.recipient) as id) party
                    union all
                    select m.recipient_id from recipient_merge m
                    where m.survivor_id = coalesce(
                        (select o.survivor_id from recipient_merge o where o.recipient_id = is_closed.recipient),
                        is_closed.recipient)))
                and item.value::text::bigint & ~coalesce((s.covers ->> item.key)::bigint, 0) = 0))
$$;
