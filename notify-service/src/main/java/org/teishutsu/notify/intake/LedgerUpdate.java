package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.teishutsu.notify.inquiry.InquiryNumber;

/** Carries the judged rows of a list into the ledger, set-based, all of them with one stamp. */
@Singleton
class LedgerUpdate {

    /** The ledger is changed by one list at a time; questions and mailings go on meanwhile. */
    private static final String LOCK_LEDGER = "select 1 from pg_advisory_xact_lock(20160731)";

    private static final String CLASHING_NUMBERS = """
            select row_no from (
                select row_no, row_number() over (partition by inquiry_number order by row_no) as nth
                from import_row where import_id = :list and outcome = 'NEW' and not known
            ) row where nth > 1
            union
            select r.row_no from import_row r join recipient k on k.inquiry_number = r.inquiry_number
            where r.import_id = :list and r.outcome = 'NEW' and not r.known
            """;

    private static final String RENUMBER = """
            update import_row set inquiry_number = :number where import_id = :list and row_no = :row
            """;

    private static final String ADD_RECIPIENTS = """
            insert into recipient (id, party, status, customer_key, identity_key, email_key, name_key, address_key,
                name_postal_key, name_tag, kana_tag, postal_tag, address_tag, mobile_tag, contact, email_since,
                has_address, inquiry_number, recorded_at, import_id)
            select recipient_id, party, status, customer_key,
                   case when customer_key is null then identity_key end, email_key, name_key, address_key,
                   name_postal_key, name_tag, kana_tag, postal_tag, address_tag, mobile_tag, contact, email_since,
                   has_address, inquiry_number, :stamp, import_id
            from import_row where import_id = :list and outcome = 'NEW' and not known
            order by row_no
            """;

    private static final String WITHDRAW_CHANGED = """
            update exposure x set withdrawn_at = :stamp, reason = 'CHANGED'
            from import_row r
            where r.import_id = :list and r.outcome = 'CHANGED'
              and x.recipient_id = r.recipient_id and x.incident = :incident and x.withdrawn_at is null
            """;

    private static final String ADD_EXPOSURES = """
            insert into exposure (recipient_id, incident, mask, recorded_at, import_id)
            select recipient_id, :incident, mask, :stamp, import_id
            from import_row where import_id = :list and outcome in ('NEW', 'CHANGED')
            order by row_no
            """;

    private static final String FORGET_SETTLED = """
            delete from import_row where import_id = :list and outcome <> 'WAITING'
            """;

    private final Session database;
    private final NewNumbers newNumbers;
    private final SecureRandom random = new SecureRandom();

    LedgerUpdate(Session database, NewNumbers newNumbers) {
        this.database = database;
        this.newNumbers = newNumbers;
    }

    /** Waits until nobody else changes the ledger, and keeps everybody else waiting to the end of the transaction. */
    void lockLedger() {
        database.createNativeQuery(LOCK_LEDGER, Integer.class).getSingleResult();
    }

    /** Whatever may take long and needs no stamp. */
    void prepare(UUID list) {
        List<Integer> clashing = clashing(list);
        while (!clashing.isEmpty()) {
            for (Integer row : clashing) {
                database.createNativeMutationQuery(RENUMBER)
                        .setParameter("number", InquiryNumber.random(random).text())
                        .setParameter("list", list)
                        .setParameter("row", row)
                        .executeUpdate();
            }
            clashing = clashing(list);
        }
    }

    void apply(UUID list, String incident, RowCounts counts, Instant stamp) {
        database.createNativeMutationQuery(ADD_RECIPIENTS)
                .setParameter("list", list)
                .setParameter("stamp", stamp)
                .executeUpdate();
        newNumbers.give(list);
        require("withdrawn", counts.changed(), execute(WITHDRAW_CHANGED, list, incident, stamp));
        require("added", counts.newRows() + counts.changed(), execute(ADD_EXPOSURES, list, incident, stamp));
        forget(list);
    }

    /** Staged rows are personal data twice; only those that wait for somebody stay. */
    void forget(UUID list) {
        database.createNativeMutationQuery(FORGET_SETTLED)
                .setParameter("list", list)
                .executeUpdate();
    }

    private int execute(String sql, UUID list, String incident, Instant stamp) {
        return database.createNativeMutationQuery(sql)
                .setParameter("list", list)
                .setParameter("incident", incident)
                .setParameter("stamp", stamp)
                .executeUpdate();
    }

    private List<Integer> clashing(UUID list) {
        return database.createNativeQuery(CLASHING_NUMBERS, Integer.class)
                .setParameter("list", list)
                .getResultList();
    }

    private static void require(String what, int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException("%d exposures %s instead of %d".formatted(actual, what, expected));
        }
    }
}
