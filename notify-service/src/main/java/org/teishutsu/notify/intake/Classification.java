package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Compares the staged rows of a list with the ledger: who each row means, and what it does. All set-based, and free of
 * the order of the rows but for which of two equal ones is the duplicate.
 *
 * <p>Who is who: the customer number; without one, e-mail and name together. But an applicant is nobody's account: a row
 * of one never means a customer until two people have said so.
 */
@Singleton
class Classification {

    private static final String CLASSIFY = """
            insert into import_verdict (import_id, row_no, outcome, conflict, recipient_id, known, contact_differs,
                mask_before, mask_after)
            with list_row as materialized (
                select row_no, customer_key, identity_key, email_key, name_key, status, mask, fresh_id
                from import_row where import_id = :list
            ),
            -- Rows with a customer number. Of a number that nobody has yet the first row gives the party its id.
            repeated_number as materialized (
                select g.customer_key, g.names_differ, f.fresh_id
                from (
                    select customer_key, min(row_no) as first_row, min(name_key) <> max(name_key) as names_differ
                    from list_row where customer_key is not null
                    group by customer_key having count(*) > 1
                ) g
                join list_row f on f.row_no = g.first_row
            ),
            numbered as materialized (
                select r.row_no, r.email_key, r.name_key, r.mask, true as numbered,
                       coalesce(k.id, g.fresh_id, r.fresh_id) as person, k.id is not null as known,
                       case when k.name_key <> r.name_key or (k.id is null and g.names_differ)
                           then 'NUMBER_OTHER_NAME' end as conflict
                from list_row r
                left join recipient k on k.customer_key = r.customer_key
                left join repeated_number g on g.customer_key = r.customer_key
                where r.customer_key is not null
            ),
            -- Rows without one: whoever has the e-mail, in the ledger or among this list's customers.
            holder as materialized (
                select k.email_key, k.name_key, coalesce(m.survivor_id, k.id) as person, true as known,
                       k.customer_key is not null as numbered
                from recipient k
                left join recipient_merge m on m.recipient_id = k.id
                where k.email_key in (select email_key from list_row where customer_key is null)
                union
                select email_key, name_key, person, known, true from numbered
                where conflict is null
                  and email_key in (select email_key from list_row where customer_key is null)
            ),
            email as (
                select email_key, min(name_key) <> max(name_key) as names_differ
                from list_row where customer_key is null group by email_key
            ),
            email_held as (
                select distinct email_key from holder
            ),
            -- Whom a row can mean: one that tells of a customer whoever has e-mail and name, an applicant's only another
            -- applicant, or the customer with whom that one has been merged.
            party_held as (
                select email_key, name_key, false as applicant, (array_agg(person))[1] as person, bool_or(known) as known,
                       count(*) as holders
                from (select distinct email_key, name_key, person, known from holder) anybody
                group by email_key, name_key
                union all
                select email_key, name_key, true, (array_agg(person))[1], bool_or(known), count(*)
                from holder where not numbered group by email_key, name_key
            ),
            resolved as materialized (
                select r.row_no, r.identity_key, r.mask, h.person, coalesce(h.known, false) as known,
                       case
                           when h.holders > 1 then 'SEVERAL_PARTIES'
                           when h.holders = 1 or a.email_key is not null then null
                           when e.email_key is not null then 'EMAIL_OTHER_NAME'
                           when m.names_differ then 'EMAIL_OTHER_NAME'
                       end as conflict
                from list_row r
                join email m on m.email_key = r.email_key
                left join email_held e on e.email_key = r.email_key
                left join party_held h on h.email_key = r.email_key and h.name_key = r.name_key
                    and h.applicant = (r.status = 'APPLICANT')
                left join party_held a on a.email_key = r.email_key and a.name_key = r.name_key and not a.applicant
                    and r.status = 'APPLICANT'
                where r.customer_key is null
            ),
            -- Of those that nobody has, the first row gives the party its id: the first of these rows, since an earlier
            -- one of the same e-mail and name may mean a customer where an applicant's does not.
            party as (
                select identity_key, min(row_no) as first_row
                from resolved where person is null group by identity_key
            ),
            unnumbered as (
                select r.row_no, r.mask, false as numbered, coalesce(r.person, f.fresh_id) as person, r.known, r.conflict
                from resolved r
                left join party p on p.identity_key = r.identity_key and r.person is null
                left join list_row f on f.row_no = p.first_row
            ),
            settled as materialized (
                select row_no, mask, numbered, person, known, conflict from numbered
                union all
                select row_no, mask, numbered, person, known, conflict from unnumbered
            ),
            -- Of equal rows for one party the first one counts, one with a number before one without.
            repeated_party as (
                select person, min(mask) <> max(mask) as items_differ,
                       coalesce(min(row_no) filter (where numbered), min(row_no)) as counts
                from settled where conflict is null group by person having count(*) > 1
            ),
            verdict as materialized (
                select s.row_no, s.person, s.known, s.row_no <> p.counts as duplicate,
                       coalesce(s.conflict,
                           case when cast(:mode as text) = 'WITHDRAW' and not s.known then 'UNKNOWN_PARTY' end,
                           case when p.items_differ then 'ITEMS_DIFFER' end) as conflict,
                       x.mask as mask_before,
                       case cast(:mode as text) when 'ADD' then coalesce(x.mask, 0) | s.mask
                           when 'REPLACE' then s.mask
                           else coalesce(x.mask, 0) & ~s.mask end as mask_after
                from settled s
                left join repeated_party p on p.person = s.person and s.conflict is null
                left join exposure x on x.recipient_id = s.person and x.incident = :incident and x.withdrawn_at is null
            ),
            differing as (
                select v.row_no
                from verdict v
                join recipient k on k.id = v.person
                join import_row r on r.import_id = :list and r.row_no = v.row_no
                where v.known and v.conflict is null and (
                    (r.email_key is not null and r.email_key is distinct from k.email_key)
                    or (r.email_since is not null and r.email_since is distinct from k.email_since)
                    or (r.kana_tag is not null and r.kana_tag is distinct from k.kana_tag)
                    or (r.postal_tag is not null and r.postal_tag is distinct from k.postal_tag)
                    or (r.address_tag is not null and r.address_tag is distinct from k.address_tag)
                    or (r.mobile_tag is not null and r.mobile_tag is distinct from k.mobile_tag)
                    or r.name_tag <> k.name_tag or r.party <> k.party or r.status <> k.status)
            )
            select :list, v.row_no,
                   case when v.conflict is not null then 'WAITING'
                        when v.duplicate then 'DUPLICATE'
                        when coalesce(v.mask_before, 0) = v.mask_after then 'UNCHANGED'
                        when v.mask_before is null then 'NEW'
                        else 'CHANGED' end,
                   v.conflict, v.person, v.known, d.row_no is not null, v.mask_before, v.mask_after
            from verdict v
            left join differing d on d.row_no = v.row_no
            order by v.row_no
            """;

    private final Session database;

    Classification(Session database) {
        this.database = database;
    }

    /** Judges the rows of a list by the ledger as it stands, in the caller's transaction. */
    void judge(UUID list, String incident, ImportMode mode) {
        database.createNativeMutationQuery(CLASSIFY)
                .setParameter("list", list)
                .setParameter("incident", incident)
                .setParameter("mode", mode.name())
                .executeUpdate();
    }
}
