package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.teishutsu.notify.inquiry.InquiryNumber;

/** Carries the judged rows of an import into the ledger, set-based, all of them with one stamp. */
@Singleton
class LedgerUpdate {

    /** Two joins, each by hash: the database would look for one number of a million in the other million row by row. */
    private static final String CLASHING_NUMBERS = """
            with fresh as materialized (
                select r.row_no, r.inquiry_number
                from import_verdict v
                join import_row r on r.import_id = :rows and r.row_no = v.row_no
                where v.import_id = :list and v.outcome = 'NEW' and not v.known
            ), twice as (
                select inquiry_number from fresh group by inquiry_number having count(*) > 1
            )
            select row_no from fresh join twice using (inquiry_number)
            union
            select f.row_no from fresh f join recipient k on k.inquiry_number = f.inquiry_number
            """;

    private static final String RENUMBER = """
            update import_row set inquiry_number = :number where import_id = :rows and row_no = :row
            """;

    /**
     * Whoever was decided to be another party than the one with the number is known by e-mail and name. A contact opens
     * for the id only for which its own row was sealed: any other row is left out, and the count tells.
     */
    private static final String ADD_RECIPIENTS = """
            insert into recipient (id, party, status, customer_key, identity_key, email_key, name_key, address_key,
                name_postal_key, name_tag, kana_tag, postal_tag, address_tag, mobile_tag, contact, email_since,
                has_address, inquiry_number, recorded_at, import_id)
            select v.recipient_id, r.party, r.status,
                   case when d.id is null then r.customer_key end,
                   case when d.id is not null or r.customer_key is null then r.identity_key end,
                   r.email_key, r.name_key, r.address_key, r.name_postal_key, r.name_tag, r.kana_tag, r.postal_tag,
                   r.address_tag, r.mobile_tag, r.contact, r.email_since, r.has_address, r.inquiry_number, :stamp,
                   v.import_id
            from import_verdict v
            join import_row r on r.import_id = :rows and r.row_no = v.row_no and r.fresh_id = v.recipient_id
            left join import_decision d on d.carried_by = :list and d.row_no = v.row_no
                and d.decision = 'ANOTHER_PARTY' and d.taken_back_at is null
            where v.import_id = :list and v.outcome = 'NEW' and not v.known
            order by v.row_no
            """;

    /** A better address is told to nobody if it goes with the staged row; the last row of a party has the word. */
    private static final String KEEP_TOLD_CONTACTS = """
            insert into contact_told (recipient_id, import_id, fields, fresh_id, contact, recorded_at)
            select distinct on (recipient_id) recipient_id, import_id, fields, fresh_id, contact, :stamp
            from (
                select v.recipient_id, v.import_id, v.row_no, r.fresh_id, r.contact, array_remove(array[
                    case when r.email_key is distinct from k.email_key and r.email_key is not null then 'EMAIL' end,
                    case when r.address_key is distinct from k.address_key and r.has_address then 'ADDRESS' end,
                    case when r.mobile_tag is distinct from k.mobile_tag and r.mobile_tag is not null then 'MOBILE' end
                    ], null) as fields
                from import_verdict v
                join import_row r on r.import_id = :rows and r.row_no = v.row_no
                join recipient k on k.id = v.recipient_id
                where v.import_id = :list and v.known and v.contact_differs and v.outcome in ('NEW', 'CHANGED', 'UNCHANGED')
            ) told
            where cardinality(fields) > 0
            order by recipient_id, row_no desc
            on conflict (recipient_id) do update set import_id = excluded.import_id, fields = excluded.fields,
                fresh_id = excluded.fresh_id, contact = excluded.contact, recorded_at = excluded.recorded_at
            """;

    private static final String WITHDRAW_CHANGED = """
            update exposure x set withdrawn_at = :stamp, reason = :reason, withdrawn_by = :list
            from import_verdict v
            where v.import_id = :list and v.outcome = 'CHANGED'
              and x.recipient_id = v.recipient_id and x.incident = :incident and x.withdrawn_at is null
            """;

    private static final String ADD_EXPOSURES = """
            insert into exposure (recipient_id, incident, mask, recorded_at, import_id)
            select recipient_id, :incident, mask_after, :stamp, import_id
            from import_verdict
            where import_id = :list and outcome in ('NEW', 'CHANGED') and mask_after > 0
            order by row_no
            """;

    /** Of decided rows also what the list they came in still had of them. */
    private static final String FORGET_ROWS = """
            delete from import_row r
            using import_verdict v
            where r.import_id = :rows and v.import_id = :list and v.row_no = r.row_no and v.outcome <> 'WAITING'
            """;

    private static final String FORGET_DECIDED = """
            delete from import_verdict w
            using import_verdict v
            where w.import_id = :rows and v.import_id = :list and v.row_no = w.row_no and :rows <> :list
            """;

    private static final String FORGET_VERDICTS = """
            delete from import_verdict where import_id = :list and outcome <> 'WAITING'
            """;

    /** What such a list has said without changing anything counts when its waiting rows are decided: DecidedRows. */
    private static final String FORGET_VERDICTS_BUT_UNCHANGED = """
            delete from import_verdict where import_id = :list and outcome not in ('WAITING', 'UNCHANGED')
            """;

    private static final String FORGET_ALL_ROWS = "delete from import_row where import_id = :list";

    private static final String FORGET_ALL_VERDICTS = "delete from import_verdict where import_id = :list";

    private final Session database;
    private final SecureRandom random = new SecureRandom();

    LedgerUpdate(Session database) {
        this.database = database;
    }

    /** Whatever may take long and needs no stamp. */
    void prepare(Import list) {
        List<Integer> clashing = clashing(list);
        while (!clashing.isEmpty()) {
            for (Integer row : clashing) {
                database.createNativeMutationQuery(RENUMBER)
                        .setParameter("number", InquiryNumber.random(random).text())
                        .setParameter("rows", list.rowsOf())
                        .setParameter("row", row)
                        .executeUpdate();
            }
            clashing = clashing(list);
        }
    }

    void apply(Import list, Instant stamp) {
        RowCounts counts = list.counts();
        int added = database.createNativeMutationQuery(ADD_RECIPIENTS)
                .setParameter("list", list.id())
                .setParameter("rows", list.rowsOf())
                .setParameter("stamp", stamp)
                .executeUpdate();
        require("recipients added", counts.newRecipients(), added);
        int withdrawn = inIncident(WITHDRAW_CHANGED, list, stamp)
                .setParameter("reason", list.purpose().mode().endReason())
                .executeUpdate();
        require("exposures withdrawn", counts.changed(), withdrawn);
        require(
                "exposures added",
                counts.added(),
                inIncident(ADD_EXPOSURES, list, stamp).executeUpdate());
        if (counts.contactDiffers() > 0) {
            database.createNativeMutationQuery(KEEP_TOLD_CONTACTS)
                    .setParameter("list", list.id())
                    .setParameter("rows", list.rowsOf())
                    .setParameter("stamp", stamp)
                    .executeUpdate();
        }
        forget(list);
    }

    /** Staged rows are personal data twice; only those that wait for somebody stay. */
    private void forget(Import list) {
        if (list.decides() == null && list.counts().waiting() == 0) {
            execute(FORGET_ALL_ROWS, list);
            execute(FORGET_ALL_VERDICTS, list);
            return;
        }
        for (String statement : new String[] {FORGET_ROWS, FORGET_DECIDED}) {
            database.createNativeMutationQuery(statement)
                    .setParameter("list", list.id())
                    .setParameter("rows", list.rowsOf())
                    .executeUpdate();
        }
        execute(list.purpose().mode() == ImportMode.REPLACE ? FORGET_VERDICTS_BUT_UNCHANGED : FORGET_VERDICTS, list);
    }

    private void execute(String sql, Import list) {
        database.createNativeMutationQuery(sql).setParameter("list", list.id()).executeUpdate();
    }

    private MutationQuery inIncident(String sql, Import list, Instant stamp) {
        return database.createNativeMutationQuery(sql)
                .setParameter("list", list.id())
                .setParameter("incident", list.incident())
                .setParameter("stamp", stamp);
    }

    private List<Integer> clashing(Import list) {
        return database.createNativeQuery(CLASHING_NUMBERS, Integer.class)
                .setParameter("list", list.id())
                .setParameter("rows", list.rowsOf())
                .getResultList();
    }

    private static void require(String what, int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException("%d %s instead of %d".formatted(actual, what, expected));
        }
    }
}
