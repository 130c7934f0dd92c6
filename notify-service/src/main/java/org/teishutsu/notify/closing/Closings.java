package org.teishutsu.notify.closing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/** All that was ever proposed. */
@Singleton
class Closings implements PanacheRepositoryBase<Closing, UUID> {

    Closing get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("closing", id));
    }

    Closing hold(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("closing", id));
    }

    /** In the order in which they were proposed, one more than the limit if there are more. */
    List<Closing> page(@Nullable ClosingState state, @Nullable UUID after, int limit) {
        return find("(?1 is null or state = ?1) and id > ?2 order by id", state, after == null ? new UUID(0, 0) : after)
                .range(0, limit)
                .list();
    }
}
