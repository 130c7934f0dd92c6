package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;

/** What was decided on waiting rows: facts, of which one a row holds at a time. Joins the caller's transaction. */
@Singleton
class Decisions {

    private static final String RECORD = """
            insert into import_decision (id, import_id, row_no, conflict, decision, recipient_id, reason, carried_by,
                recorded_at, recorded_by)
            values (:id, :list, :row, :conflict, :decision, cast(:recipient as uuid), :reason, :carrier, :now, :by)
            """;

    private static final String STANDING = """
            select carried_by, recorded_by from import_decision
            where import_id = :list and row_no = :row and taken_back_at is null
            """;

    private static final String TAKE_BACK = """
            update import_decision set taken_back_at = :now, taken_back_by = :by
            where import_id = :list and row_no = :row and taken_back_at is null
            """;

    private static final String TAKE_BACK_ALL = """
            update import_decision set taken_back_at = :now, taken_back_by = :by
            where carried_by = :carrier and taken_back_at is null
            """;

    private static final String LEFT = """
            select count(*) from import_decision where carried_by = :carrier and taken_back_at is null
            """;

    private final Session database;

    Decisions(Session database) {
        this.database = database;
    }

    /** A decision that holds: the import that carries it out, and whose it is. */
    record Standing(UUID carrier, String by) {}

    void record(
            UUID list,
            int row,
            Conflict conflict,
            DecisionBody body,
            @Nullable UUID recipient,
            UUID carrier,
            String by,
            Instant now) {
        database.createNativeMutationQuery(RECORD)
                .setParameter("id", Ids.next())
                .setParameter("list", list)
                .setParameter("row", row)
                .setParameter("conflict", conflict.name())
                .setParameter("decision", body.decision().name())
                .setParameter("recipient", recipient == null ? null : recipient.toString(), String.class)
                .setParameter("reason", body.reason().strip())
                .setParameter("carrier", carrier)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }

    Optional<Standing> find(UUID list, int row) {
        return database.createNativeQuery(STANDING, Tuple.class)
                .setParameter("list", list)
                .setParameter("row", row)
                .uniqueResultOptional()
                .map(found -> new Standing(found.get(0, UUID.class), found.get(1, String.class)));
    }

    void takeBack(UUID list, int row, String by, Instant now) {
        database.createNativeMutationQuery(TAKE_BACK)
                .setParameter("list", list)
                .setParameter("row", row)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** With the import that was to carry them out. */
    void takeBackAll(UUID carrier, String by, Instant now) {
        database.createNativeMutationQuery(TAKE_BACK_ALL)
                .setParameter("carrier", carrier)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }

    boolean anyLeft(UUID carrier) {
        return database.createNativeQuery(LEFT, Long.class)
                        .setParameter("carrier", carrier)
                        .getSingleResult()
                > 0;
    }
}
