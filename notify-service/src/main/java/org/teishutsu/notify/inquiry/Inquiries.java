package org.teishutsu.notify.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of inquiries. */
@Singleton
class Inquiries implements PanacheRepositoryBase<Inquiry, UUID> {

    /** In the order of recording, one more than the limit if there are more. */
    List<Inquiry> page(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? new UUID(0, 0) : after)
                .range(0, limit)
                .list();
    }
}
