package org.teishutsu.notify.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The log of inquiries. */
@Singleton
class Inquiries implements PanacheRepositoryBase<Inquiry, UUID> {

    private static final String SHOWN = """
            select count(*)
            from identity_check c
            left join recipient_merge m on m.recipient_id = c.recipient_id
            where c.id = :check and c.passed and c.recorded_by = :by
              and (cast(:recipient as uuid) is null or cast(:recipient as uuid) in (c.recipient_id, m.survivor_id)
                   or c.recipient_id = (select survivor_id from recipient_merge where recipient_id = cast(:recipient as uuid)))
            """;

    private final Session database;

    Inquiries(Session database) {
        this.database = database;
    }

    /** The entries on one matter, the first one included; in the order of recording, one more than the limit if there are. */
    List<Inquiry> matter(UUID first, @Nullable UUID after, int limit) {
        return find("(id = ?1 or follows = ?1) and id > ?2 order by id", first, after == null ? new UUID(0, 0) : after)
                .range(0, limit)
                .list();
    }

    /** Whether a user has recorded that a caller has shown who he is; of a recipient, if one is named. */
    boolean isShown(UUID check, @Nullable UUID recipient, String by) {
        return database.createNativeQuery(SHOWN, Long.class)
                        .setParameter("check", check)
                        .setParameter("recipient", recipient, UUID.class)
                        .setParameter("by", by)
                        .getSingleResult()
                > 0;
    }

    boolean isToldNotAffected(UUID answer) {
        return database.createNativeQuery("select count(*) from not_affected where id = :answer", Long.class)
                        .setParameter("answer", answer)
                        .getSingleResult()
                > 0;
    }

    /** In the order of recording, one more than the limit if there are more. */
    List<Inquiry> page(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? new UUID(0, 0) : after)
                .range(0, limit)
                .list();
    }
}
