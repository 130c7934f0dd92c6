package org.teishutsu.notify.merge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.exposure.LedgerChanged;

/** All proposals; made with each list that brings one of the two. */
@Singleton
class MergeProposals implements PanacheRepositoryBase<MergeProposal, UUID> {

    /**
     * Whoever has no customer number is few, so one pass over the customers suffices. The name alone says nothing; with
     * one thing more it does.
     */
    private static final String PROPOSE = """
            insert into merge_proposal (id, recipient_id, customer_id, alike, recorded_at, import_id)
            select time_ordered_uuid(), recipient_id, customer_id, alike, recorded_at, :list
            from (
                select a.id as recipient_id, k.id as customer_id, greatest(a.recorded_at, k.recorded_at) as recorded_at,
                       array_remove(array[
                           case when a.email_key = k.email_key then 'EMAIL' end,
                           case when a.address_key = k.address_key then 'ADDRESS' end,
                           case when a.mobile_tag = k.mobile_tag then 'MOBILE' end], null) as alike
                from recipient a
                join recipient k on k.name_key = a.name_key and k.customer_key is not null
                where a.customer_key is null and (a.import_id = :list or k.import_id = :list)
                  and not exists (select from recipient_merge m where m.recipient_id = a.id)
            ) pair
            where cardinality(alike) > 0
            order by recipient_id, customer_id
            on conflict (recipient_id, customer_id) do nothing
            """;

    private static final String OF_RECIPIENT = "recipientId = ?1 and state in ('OPEN', 'TO_MERGE', 'TO_KEEP_APART')";

    private final Session database;

    MergeProposals(Session database) {
        this.database = database;
    }

    void ledgerChanged(@Observes LedgerChanged event) {
        if (event.list() != null) {
            database.createNativeMutationQuery(PROPOSE)
                    .setParameter("list", event.list())
                    .executeUpdate();
        }
    }

    MergeProposal hold(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("merge proposal", id));
    }

    MergeProposal get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("merge proposal", id));
    }

    /** In the order in which they came up, one more than the limit if there are more. */
    List<MergeProposal> page(List<MergeState> states, @Nullable UUID after, int limit) {
        return find("state in ?1 and id > ?2 order by id", states, after == null ? new UUID(0, 0) : after)
                .range(0, limit)
                .list();
    }

    /** Those on which nothing is settled yet; held. */
    List<MergeProposal> unsettledOf(UUID recipient) {
        return find(OF_RECIPIENT, recipient)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
