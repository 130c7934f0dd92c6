package org.teishutsu.notify.merge;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Makes two recipients one from an instant on. The exposures of the one are withdrawn and recorded anew for the other,
 * with the same stamp, so that what was said for an earlier instant stays; the rows of the one stay, too, so that its
 * inquiry number and what was sent to it are found. Joins the caller's transaction.
 */
@Singleton
class Merger {

    private static final String RECORD = """
            insert into recipient_merge (recipient_id, survivor_id, recorded_at, proposal_id)
            values (:recipient, :customer, :stamp, :proposal)
            """;

    private static final String OPEN = """
            select x.incident, x.mask, x.import_id, k.mask
            from exposure x
            left join exposure k on k.recipient_id = :customer and k.incident = x.incident and k.withdrawn_at is null
            where x.recipient_id = :recipient and x.withdrawn_at is null
            order by x.incident
            """;

    private static final String WITHDRAW = """
            update exposure set withdrawn_at = :stamp, reason = 'MERGED'
            where recipient_id = :party and incident = :incident and withdrawn_at is null
            """;

    private static final String ADD = """
            insert into exposure (recipient_id, incident, mask, recorded_at, import_id)
            values (:party, :incident, :mask, :stamp, :list)
            """;

    private final Session database;

    Merger(Session database) {
        this.database = database;
    }

    void merge(MergeProposal proposal, Instant stamp) {
        database.createNativeMutationQuery(RECORD)
                .setParameter("recipient", proposal.recipient())
                .setParameter("customer", proposal.customer())
                .setParameter("stamp", stamp)
                .setParameter("proposal", proposal.id())
                .executeUpdate();
        List<Tuple> open = database.createNativeQuery(OPEN, Tuple.class)
                .setParameter("recipient", proposal.recipient())
                .setParameter("customer", proposal.customer())
                .getResultList();
        for (Tuple exposure : open) {
            carry(proposal, exposure, stamp);
        }
    }

    private void carry(MergeProposal proposal, Tuple exposure, Instant stamp) {
        String incident = exposure.get(0, String.class);
        long mask = exposure.get(1, Number.class).longValue();
        Number customers = exposure.get(3, Number.class);
        withdraw(proposal.recipient(), incident, stamp);
        long had = customers == null ? 0 : customers.longValue();
        if ((had | mask) == had) {
            return;
        }
        if (had != 0) {
            withdraw(proposal.customer(), incident, stamp);
        }
        database.createNativeMutationQuery(ADD)
                .setParameter("party", proposal.customer())
                .setParameter("incident", incident)
                .setParameter("mask", had | mask)
                .setParameter("stamp", stamp)
                .setParameter("list", exposure.get(2, UUID.class))
                .executeUpdate();
    }

    private void withdraw(UUID party, String incident, Instant stamp) {
        int withdrawn = database.createNativeMutationQuery(WITHDRAW)
                .setParameter("party", party)
                .setParameter("incident", incident)
                .setParameter("stamp", stamp)
                .executeUpdate();
        if (withdrawn != 1) {
            throw new IllegalStateException(withdrawn + " exposures withdrawn instead of 1");
        }
    }
}
