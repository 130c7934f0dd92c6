package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * Judges the rows that waited until a person decided whom they mean. The rows themselves stay with the list they came
 * in; rows decided to be one party are one, with all the items they name.
 */
@Singleton
class DecidedRows {

    private static final String JUDGE = """
            insert into import_verdict (import_id, row_no, outcome, conflict, recipient_id, known, contact_differs,
                mask_before, mask_after)
            with decided as materialized (
                select r.row_no, r.customer_key, r.identity_key, r.email_key, r.mask, r.fresh_id, d.decision, d.conflict,
                       o.recipient_id as judged_as,
                       coalesce(nm.survivor_id, d.recipient_id,
                           case when d.decision = 'SAME_PARTY' then k.id end,
                           case when d.decision = 'ANOTHER_PARTY' or d.conflict = 'ITEMS_DIFFER' then (
                               select case when count(distinct coalesce(m.survivor_id, p.id)) = 1
                                   then (array_agg(coalesce(m.survivor_id, p.id)))[1] end
                               from recipient p
                               left join recipient_merge m on m.recipient_id = p.id
                               where p.email_key = r.email_key and p.name_key = r.name_key and (p.customer_key is null
                                   or (d.conflict = 'ITEMS_DIFFER' and d.decision = 'SAME_PARTY'
                                       and r.status <> 'APPLICANT')))
                           end,
                           case when d.decision = 'SAME_PARTY' and d.conflict = 'EMAIL_OTHER_NAME' then (
                               select case when count(distinct coalesce(m.survivor_id, p.id)) = 1
                                   then (array_agg(coalesce(m.survivor_id, p.id)))[1] end
                               from recipient p
                               left join recipient_merge m on m.recipient_id = p.id
                               where p.email_key = r.email_key)
                           end) as known_as
                from import_decision d
                join import_row r on r.import_id = d.import_id and r.row_no = d.row_no
                join import_verdict o on o.import_id = d.import_id and o.row_no = d.row_no
                left join recipient k on k.customer_key = r.customer_key
                left join recipient_merge nm on nm.recipient_id = d.recipient_id
                where d.carried_by = :list and d.taken_back_at is null
            ),
            -- Who is the same: by the ledger; otherwise by what the row would be known by.
            meant as materialized (
                select *, case when known_as is not null then 'known ' || cast(known_as as text)
                               when decision = 'SAME_PARTY' and conflict = 'ITEMS_DIFFER'
                                   then 'judged ' || cast(judged_as as text)
                               when decision = 'SAME_PARTY' and customer_key is not null
                                   then 'number ' || cast(customer_key as text)
                               when decision = 'SAME_PARTY' and conflict = 'EMAIL_OTHER_NAME'
                                   then 'email ' || cast(email_key as text)
                               else 'party ' || cast(identity_key as text) end as party
                from decided where decision <> 'DROP'
            ),
            party as (
                select party, (array_agg(row_no order by customer_key is null, row_no))[1] as counts,
                       (array_agg(fresh_id order by customer_key is null, row_no))[1] as fresh_id,
                       (array_agg(known_as))[1] as known_as, bit_or(mask) as mask
                from meant group by party
            ),
            -- Of whom the same list has said something already. What it says of one party in rows decided one after the
            -- other belongs together: the later one must not replace what the earlier one set.
            said as materialized (
                select p.party
                from party p
                join exposure y on y.recipient_id = p.known_as and y.incident = :incident
                    and y.import_id in (select cast(:rows as uuid) union all select id from import where decides = :rows)
                where cast(:mode as text) = 'REPLACE'
                union
                select p.party
                from party p
                join import_verdict v on v.outcome = 'UNCHANGED'
                    and v.import_id in (select cast(:rows as uuid) union all
                        select id from import where decides = :rows and state = 'APPLIED')
                left join recipient_merge m on m.recipient_id = v.recipient_id
                where cast(:mode as text) = 'REPLACE' and coalesce(m.survivor_id, v.recipient_id) = p.known_as
            ),
            verdict as (
                select m.row_no, coalesce(p.known_as, p.fresh_id) as person, p.known_as is not null as known,
                       m.row_no <> p.counts as duplicate, x.mask as mask_before,
                       case cast(:mode as text) when 'ADD' then coalesce(x.mask, 0) | p.mask
                           when 'REPLACE' then p.mask | case when s.party is null then 0 else coalesce(x.mask, 0) end
                           else coalesce(x.mask, 0) & ~p.mask end as mask_after
                from meant m
                join party p using (party)
                left join said s using (party)
                left join exposure x
                    on x.recipient_id = p.known_as and x.incident = :incident and x.withdrawn_at is null
            )
            select :list, row_no,
                   case when duplicate then 'DUPLICATE'
                        when coalesce(mask_before, 0) = mask_after then 'UNCHANGED'
                        when mask_before is null then 'NEW'
                        else 'CHANGED' end,
                   null, person, known, false, mask_before, mask_after
            from verdict
            union all
            select :list, row_no, 'DROPPED', null, null, false, false, null, 0 from decided where decision = 'DROP'
            """;

    /** Decided when the ledger had nobody with the e-mail; now several have it. */
    private static final String UNCLEAR = """
            select d.row_no
            from import_decision d
            join import_row r on r.import_id = d.import_id and r.row_no = d.row_no
            where d.carried_by = :list and d.taken_back_at is null and d.decision = 'SAME_PARTY'
              and d.conflict = 'EMAIL_OTHER_NAME' and d.recipient_id is null
              and (select count(distinct coalesce(m.survivor_id, p.id))
                   from recipient p
                   left join recipient_merge m on m.recipient_id = p.id
                   where p.email_key = r.email_key) > 1
            order by d.row_no
            """;

    private final Session database;

    DecidedRows(Session database) {
        this.database = database;
    }

    /**
     * What must hold before decisions are carried out.
     *
     * @throws ProblemException NOT_READY, naming the rows, if it is no longer clear who was meant by the same party
     */
    void requireClear(UUID list) {
        List<Integer> unclear = database.createNativeQuery(UNCLEAR, Integer.class)
                .setParameter("list", list)
                .getResultList();
        if (!unclear.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_READY,
                    "Of the decisions on rows " + unclear + " it is no longer clear whom they mean: several recipients"
                            + " have the e-mail now. Take them back, or discard the import, and decide again");
        }
    }

    /** Judges what the decisions carried by an import come to, in the caller's transaction. */
    void judge(UUID list, UUID rows, String incident, ImportMode mode) {
        database.createNativeMutationQuery(JUDGE)
                .setParameter("list", list)
                .setParameter("rows", rows)
                .setParameter("incident", incident)
                .setParameter("mode", mode.name())
                .executeUpdate();
    }
}
