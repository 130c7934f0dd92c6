package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.teishutsu.common.id.Ids;

/** What was decided on waiting rows: facts, of which one a row holds at a time. Joins the caller's transaction. */
@Singleton
class Decisions {

    /** Stands for the stamp until everything that may take long or wait is done; nobody else ever sees it. */
    static final Instant NOT_STAMPED_YET = Instant.EPOCH;

    private static final String RECORD = """
            insert into import_decision (id, import_id, row_no, conflict, decision, recipient_id, reason, carried_by,
                recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String STANDING = """
            select row_no, carried_by, recorded_by from import_decision
            where import_id = ? and row_no = any(?) and taken_back_at is null
            """;

    private static final String TAKE_BACK = """
            update import_decision set taken_back_at = :notYet, taken_back_by = :by
            where import_id = :list and row_no = :row and taken_back_at is null
            """;

    private static final String TAKE_BACK_ALL = """
            update import_decision set taken_back_at = :now, taken_back_by = :by
            where carried_by = :carrier and taken_back_at is null
            """;

    private static final String STAMP = """
            update import_decision set recorded_at = :now where carried_by = :carrier and recorded_at = :notYet
            """;

    private static final String STAMP_TAKEN_BACK = """
            update import_decision set taken_back_at = :now where carried_by = :carrier and taken_back_at = :notYet
            """;

    private static final String LEFT = """
            select count(*) from import_decision where carried_by = :carrier and taken_back_at is null
            """;

    private final Session database;
    private final DataSource dataSource;

    Decisions(Session database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** A decision that holds: the import that carries it out, and whose it is. */
    record Standing(UUID carrier, String by) {}

    /** Without their stamp, which the caller takes once what they come to is judged. */
    void record(UUID list, Collection<Admission.Admitted> decisions, UUID carrier, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(RECORD)) {
            for (Admission.Admitted decision : decisions) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, list);
                insert.setInt(3, decision.row());
                insert.setString(4, decision.conflict().name());
                insert.setString(5, decision.decision().name());
                insert.setObject(6, decision.recipient());
                insert.setString(7, decision.reason());
                insert.setObject(8, carrier);
                insert.setObject(9, OffsetDateTime.ofInstant(NOT_STAMPED_YET, ZoneOffset.UTC));
                insert.setString(10, by);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void stamp(UUID carrier, Instant now) {
        stamp(STAMP, carrier, now);
    }

    void stampTakenBack(UUID carrier, Instant now) {
        stamp(STAMP_TAKEN_BACK, carrier, now);
    }

    private void stamp(String sql, UUID carrier, Instant now) {
        database.createNativeMutationQuery(sql)
                .setParameter("carrier", carrier)
                .setParameter("now", now)
                .setParameter("notYet", NOT_STAMPED_YET)
                .executeUpdate();
    }

    /** The decisions that hold on some of these rows, by row. */
    Map<Integer, Standing> standing(UUID list, List<Integer> rows) {
        Map<Integer, Standing> standing = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, list);
            select.setArray(2, connection.createArrayOf("integer", rows.toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    standing.put(found.getInt(1), new Standing(found.getObject(2, UUID.class), found.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return standing;
    }

    /** Without its stamp, which the caller takes once what is left is judged. */
    void takeBack(UUID list, int row, String by) {
        database.createNativeMutationQuery(TAKE_BACK)
                .setParameter("list", list)
                .setParameter("row", row)
                .setParameter("by", by)
                .setParameter("notYet", NOT_STAMPED_YET)
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
