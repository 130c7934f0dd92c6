package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Compares the staged rows of a list with the ledger: who each row means, and what it does. All set-based, and free of
 * the order of the rows but for which of two equal ones is the duplicate.
 *
 * <p>Who is who: the customer number; without one, e-mail and name together. A row with a number that nobody has yet may
 * turn out to be an applicant known by e-mail and name, who is a customer now.
 */
@Singleton
class Classification {

    /**
     * For this transaction: the planner cannot know how many rows the steps of the statement come to, and a nested loop
     * over a hundred thousand rows never ends where a hash join takes a second.
     */
    private static final String HASH_JOINS = """
            select set_config('enable_nestloop', 'off', true) || set_config('work_mem', '64MB', true)
                || set_config('jit', 'off', true)
            """;

    private static final String CLASSIFY = """
            with list_row as materialized (
                select row_no, customer_key, identity_key, email_key, name_key, mask, fresh_id
                from import_row where import_id = :list
            ),
            -- Rows with a customer number: the ledger's customer, or an applicant of the same e-mail and name.
            numbered_row as materialized (
                select r.row_no, r.customer_key, r.email_key, r.name_key, k.id as customer, k.name_key as ledger_name,
                       a.id as applicant
                from list_row r
                left join recipient k on k.customer_key = r.customer_key
                left join recipient a
                    on k.id is null and a.identity_key = r.identity_key and a.customer_key is null
                where r.customer_key is not null
            ),
            number as (
                select customer_key, min(row_no) as first_row, min(name_key) <> max(name_key) as names_differ
                from numbered_row group by customer_key
            ),
            contested_applicant as (
                select applicant from numbered_row where applicant is not null
                group by applicant having min(customer_key) <> max(customer_key)
            ),
            numbered as materialized (
                select n.row_no, n.email_key, n.name_key,
                       coalesce(n.customer, n.applicant, f.fresh_id) as person,
                       coalesce(n.customer, n.applicant) is not null as known,
                       case
                           when n.ledger_name <> n.name_key then 'NUMBER_OTHER_NAME'
                           when n.customer is null and g.names_differ then 'NUMBER_OTHER_NAME'
                           when c.applicant is not null then 'SEVERAL_PARTIES'
                       end as conflict
                from numbered_row n
                join number g using (customer_key)
                join list_row f on f.row_no = g.first_row
                left join contested_applicant c on c.applicant = n.applicant
            ),
            -- Rows without one: whoever has the e-mail, in the ledger or among this list's customers.
            holder as materialized (
                select email_key, name_key, id as person, true as known from recipient
                where email_key in (select email_key from list_row where customer_key is null)
                union
                select email_key, name_key, person, known from numbered
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
            party_held as (
                select email_key, name_key, (array_agg(person))[1] as person, bool_or(known) as known, count(*) as holders
                from holder group by email_key, name_key
            ),
            party as (
                select identity_key, min(row_no) as first_row
                from list_row where customer_key is null group by identity_key
            ),
            unnumbered as (
                select r.row_no,
                       coalesce(h.person, f.fresh_id) as person,
                       coalesce(h.known, false) as known,
                       case
                           when h.holders > 1 then 'SEVERAL_PARTIES'
                           when h.holders = 1 then null
                           when e.email_key is not null then 'EMAIL_OTHER_NAME'
                           when m.names_differ then 'EMAIL_OTHER_NAME'
                       end as conflict
                from list_row r
                join party p using (identity_key)
                join list_row f on f.row_no = p.first_row
                join email m on m.email_key = r.email_key
                left join email_held e on e.email_key = r.email_key
                left join party_held h on h.email_key = r.email_key and h.name_key = r.name_key
                where r.customer_key is null
            ),
            settled as materialized (
                select row_no, person, known, conflict from numbered
                union all
                select row_no, person, known, conflict from unnumbered
            ),
            -- Of equal rows for one party the first one counts, one with a number before one without.
            person as (
                select s.person, min(r.mask) <> max(r.mask) as items_differ,
                       coalesce(min(s.row_no) filter (where r.customer_key is not null), min(s.row_no)) as counts
                from settled s join list_row r using (row_no)
                where s.conflict is null group by s.person
            ),
            verdict as (
                select s.row_no, s.person, s.known,
                       case when s.conflict is not null then s.conflict
                            when p.items_differ then 'ITEMS_DIFFER' end as conflict,
                       case when s.conflict is not null or p.items_differ then 'WAITING'
                            when s.row_no <> p.counts then 'DUPLICATE'
                            when x.id is null then 'NEW'
                            when x.mask = r.mask then 'UNCHANGED'
                            else 'CHANGED' end as outcome
                from settled s
                join list_row r using (row_no)
                left join person p using (person)
                left join exposure x on x.recipient_id = s.person and x.incident = :incident and x.withdrawn_at is null
            ),
            compared as (
                select v.*, coalesce(v.conflict is null and k.id is not null and (
                           (r.email_key is not null and r.email_key is distinct from k.email_key)
                           or (r.email_since is not null and r.email_since is distinct from k.email_since)
                           or (r.kana_tag is not null and r.kana_tag is distinct from k.kana_tag)
                           or (r.postal_tag is not null and r.postal_tag is distinct from k.postal_tag)
                           or (r.address_tag is not null and r.address_tag is distinct from k.address_tag)
                           or (r.mobile_tag is not null and r.mobile_tag is distinct from k.mobile_tag)
                           or r.name_tag <> k.name_tag or r.party <> k.party or r.status <> k.status), false) as contact_differs
                from verdict v
                join import_row r on r.import_id = :list and r.row_no = v.row_no
                left join recipient k on v.known and k.id = v.person
            )
            update import_row r
            set outcome = c.outcome, conflict = c.conflict, recipient_id = c.person, known = c.known,
                contact_differs = c.contact_differs
            from compared c
            where r.import_id = :list and r.row_no = c.row_no
              and (r.outcome, r.conflict, r.recipient_id, r.known, r.contact_differs)
                  is distinct from (c.outcome, c.conflict, c.person, c.known, c.contact_differs)
            """;

    private static final String FORGET_COMBINATIONS = "delete from import_combination where import_id = :list";

    private static final String COUNT_COMBINATIONS = """
            insert into import_combination (import_id, mask, exposures)
            select import_id, mask, count(*) from import_row
            where import_id = :list and outcome in ('NEW', 'CHANGED', 'UNCHANGED')
            group by import_id, mask
            """;

    private static final String COUNT = """
            select count(*) filter (where outcome = 'NEW') as new_rows,
                   count(*) filter (where outcome = 'CHANGED') as changed,
                   count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                   count(*) filter (where outcome = 'DUPLICATE') as duplicate,
                   count(*) filter (where outcome = 'WAITING') as waiting,
                   count(*) filter (where contact_differs) as contact_differs,
                   (select count(*) from import_rejection where import_id = :list) as rejected
            from import_row where import_id = :list
            """;

    /** In chunks, so that no list is too long for one text. */
    private static final String DIGEST_ROWS = """
            select coalesce(encode(sha256(string_agg(chunk, ''::bytea order by no)), 'hex'), '') from (
                select row_no / 10000 as no,
                       sha256(convert_to(string_agg(concat_ws(' ', row_no, outcome, conflict, recipient_id, known), ','
                           order by row_no), 'UTF8')) as chunk
                from import_row where import_id = :list group by row_no / 10000
            ) chunks
            """;

    private final Session database;

    Classification(Session database) {
        this.database = database;
    }

    /**
     * Judges the rows by the ledger as it stands, in the caller's transaction.
     *
     * @param rows how many rows the list has, rejected ones included
     */
    Picture look(UUID list, String incident, int rows) {
        // Freshly copied or freshly grown tables: without statistics the planner takes them for empty.
        database.createNativeMutationQuery("analyze import_row, recipient, exposure")
                .executeUpdate();
        database.createNativeQuery(HASH_JOINS, String.class).getSingleResult();
        database.createNativeMutationQuery(CLASSIFY)
                .setParameter("list", list)
                .setParameter("incident", incident)
                .executeUpdate();
        for (String statement : new String[] {FORGET_COMBINATIONS, COUNT_COMBINATIONS}) {
            database.createNativeMutationQuery(statement)
                    .setParameter("list", list)
                    .executeUpdate();
        }
        String digest = database.createNativeQuery(DIGEST_ROWS, String.class)
                .setParameter("list", list)
                .getSingleResult();
        return new Picture(count(list, rows), digest);
    }

    private RowCounts count(UUID list, int rows) {
        Tuple counted = database.createNativeQuery(COUNT, Tuple.class)
                .setParameter("list", list)
                .getSingleResult();
        return new RowCounts(
                rows,
                number(counted, "new_rows"),
                number(counted, "changed"),
                number(counted, "unchanged"),
                number(counted, "duplicate"),
                number(counted, "waiting"),
                number(counted, "rejected"),
                number(counted, "contact_differs"));
    }

    private static int number(Tuple counted, String name) {
        return counted.get(name, Number.class).intValue();
    }
}
