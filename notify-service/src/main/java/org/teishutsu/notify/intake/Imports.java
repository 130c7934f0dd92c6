package org.teishutsu.notify.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/** All lists ever received. */
@Singleton
class Imports implements PanacheRepositoryBase<Import, UUID> {

    Import get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("import", id));
    }

    /** Held to the end of the transaction: of two people who act on one list, the second sees what the first did. */
    Import hold(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("import", id));
    }

    /** The import that carries out what somebody has decided on a list, while it can still take more; held. */
    Optional<Import> decidingFor(UUID list, String by) {
        return find("decides = ?1 and state = ?2 and receivedBy = ?3", list, ImportState.STAGED, by)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether a list of the incident is in the ledger already: a later one corrects it. */
    boolean anyAppliedOf(String incident) {
        return count("incident = ?1 and state = ?2", incident, ImportState.APPLIED) > 0;
    }

    /** In the order of reception, one more than the limit if there are more. */
    List<Import> page(@Nullable String incident, @Nullable UUID after, int limit) {
        UUID from = after == null ? new UUID(0, 0) : after;
        return (incident == null
                        ? find("id > ?1 order by id", from)
                        : find("id > ?1 and incident = ?2 order by id", from, incident))
                .range(0, limit)
                .list();
    }

    /** Applied lists of before an instant whose rejected rows are still there, held to the end of the transaction. */
    List<Import> appliedWithRejectionsBefore(Instant before) {
        return find(
                        "state = ?1 and appliedAt < ?2 and decides is null and rejectionsErasedAt is null order by id",
                        ImportState.APPLIED,
                        before)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Lists whose reception began before an instant and never ended, held to the end of the transaction. */
    List<Import> unfinishedSince(Instant before) {
        return find("state = ?1 and receivedAt < ?2 order by id", ImportState.RECEIVING, before)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
