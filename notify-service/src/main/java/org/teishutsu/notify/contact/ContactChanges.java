package org.teishutsu.notify.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/** All changes of contact data that were ever proposed. */
@Singleton
class ContactChanges implements PanacheRepositoryBase<ContactChange, UUID> {

    ContactChange get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("contact change", id));
    }

    ContactChange hold(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("contact change", id));
    }

    boolean isOpen(UUID recipient) {
        return count("recipientId = ?1 and state = ?2", recipient, ChangeState.PROPOSED) > 0;
    }

    /** In the order in which they were proposed, one more than the limit if there are more. */
    List<ContactChange> page(@Nullable ChangeState state, @Nullable UUID recipient, @Nullable UUID after, int limit) {
        return find(
                        "(?1 is null or state = ?1) and (?2 is null or recipientId = ?2) and id > ?3 order by id",
                        state,
                        recipient,
                        after == null ? new UUID(0, 0) : after)
                .range(0, limit)
                .list();
    }
}
