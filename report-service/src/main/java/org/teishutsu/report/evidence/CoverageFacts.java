package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.report.measure.Stage;

/** The SQL of the coverage: one statement for all measures of an order, one for all that is done. */
@ApplicationScoped
class CoverageFacts {
    private final DataSource dataSource;

    CoverageFacts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A measure under one of the clauses it answers. */
    record Answer(int clause, UUID measure, String title, String owner) {}

    List<Answer> answers(UUID order) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select c.clause, m.id, p.title, p.owner
                        from measure m
                        join measure_plan p on p.measure_id = m.id and p.number = m.plan_no
                        join measure_clause c on c.plan_id = p.id
                        where m.order_id = ? order by m.recorded_at, m.id
                        """)) {
            select.setObject(1, order);
            List<Answer> answers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    answers.add(new Answer(
                            row.getInt(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stages recorded as done, by measure, in their order. */
    Map<UUID, Map<Stage, LocalDate>> done(UUID order) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select p.measure_id, p.stage, min(p.done_on)
                        from measure_progress p join measure m on m.id = p.measure_id
                        where m.order_id = ? and p.stage is not null
                        group by p.measure_id, p.stage
                        """)) {
            select.setObject(1, order);
            Map<UUID, Map<Stage, LocalDate>> done = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    done.computeIfAbsent(row.getObject(1, UUID.class), measure -> new TreeMap<>())
                            .put(Stage.valueOf(row.getString(2)), row.getObject(3, LocalDate.class));
                }
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
