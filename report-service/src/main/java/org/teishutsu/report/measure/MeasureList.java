package org.teishutsu.report.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.measure.MeasureItem.StageNow;

/** The SQL of the list: one statement for the measures of a page, one for their stages. */
@ApplicationScoped
class MeasureList {
    private final DataSource dataSource;
    private final Clock clock;

    MeasureList(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param order null for those of every order
     * @param owner null for anybody's
     * @param late only those with a stage past its date
     */
    record Wanted(@Nullable UUID order, @Nullable String owner, boolean late) {}

    /** Those after one of them, in the order they were recorded; one more than the limit if there are more. */
    List<MeasureItem> after(Wanted wanted, @Nullable UUID after, int limit) {
        LocalDate today = Jst.date(clock.instant());
        try (Connection connection = dataSource.getConnection()) {
            List<MeasureItem> found = measures(connection, wanted, after, limit, today);
            Map<UUID, List<StageNow>> stages =
                    stages(connection, found.stream().map(MeasureItem::id).toList());
            return found.stream()
                    .map(each -> with(each, stages.getOrDefault(each.id(), List.of()), today))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MeasureItem with(MeasureItem item, List<StageNow> stages, LocalDate today) {
        Stage furthest = stages.stream()
                .filter(each -> each.doneOn() != null)
                .map(StageNow::stage)
                .max(Stage::compareTo)
                .orElse(null);
        return new MeasureItem(
                item.id(),
                item.order(),
                item.revision(),
                item.title(),
                item.owner(),
                item.clauses(),
                furthest,
                stages,
                MeasureItem.late(stages, today),
                item.recordedAt(),
                item.by());
    }

    private static List<MeasureItem> measures(
            Connection connection, Wanted wanted, @Nullable UUID after, int limit, LocalDate today)
            throws SQLException {
        String sql = """
                select m.id, m.order_id, m.revision, p.title, p.owner,
                       (select array_agg(c.clause order by c.position) from measure_clause c where c.plan_id = p.id),
                       m.recorded_at, m.recorded_by
                from measure m join measure_plan p on p.measure_id = m.id and p.number = m.plan_no
                where true
                %s
                %s
                %s
                %s
                order by m.recorded_at, m.id limit ?
                """.formatted(
                        wanted.order() == null ? "" : "and m.order_id = ?",
                        wanted.owner() == null ? "" : "and p.owner = ?",
                        wanted.late() ? """
                                and exists (select from measure_stage_now s
                                    where s.measure_id = m.id and s.done_on is null and s.due < ?)""" : "",
                        after == null ? "" : """
                                and (m.recorded_at, m.id) > (select a.recorded_at, a.id from measure a where a.id = ?)""");
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            if (wanted.order() != null) {
                select.setObject(i++, wanted.order());
            }
            if (wanted.owner() != null) {
                select.setString(i++, wanted.owner());
            }
            if (wanted.late()) {
                select.setDate(i++, Date.valueOf(today));
            }
            if (after != null) {
                select.setObject(i++, after);
            }
            select.setInt(i, limit + 1);
            List<MeasureItem> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new MeasureItem(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            List.of((Integer[]) row.getArray(6).getArray()),
                            null,
                            List.of(),
                            List.of(),
                            row.getObject(7, OffsetDateTime.class).toInstant(),
                            row.getString(8)));
                }
            }
            return found;
        }
    }

    private static Map<UUID, List<StageNow>> stages(Connection connection, List<UUID> measures) throws SQLException {
        Map<UUID, List<StageNow>> stages = new HashMap<>();
        Array ids = connection.createArrayOf("uuid", measures.toArray());
        try (PreparedStatement select = connection.prepareStatement("""
                select measure_id, stage, due, done_on from measure_stage_now
                where measure_id = any(?) order by measure_id, position
                """)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stages.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new StageNow(
                                    Stage.valueOf(row.getString(2)),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)));
                }
            }
        } finally {
            ids.free();
        }
        return stages;
    }
}
