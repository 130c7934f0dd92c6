package org.teishutsu.report.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.teishutsu.report.measure.MeasureView.StageView;

/** Where each stage stands now, written in the transaction of the record it follows from. */
@ApplicationScoped
class StagesNow {
    private final DataSource dataSource;

    StagesNow(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(MeasureView measure) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into measure_stage_now (measure_id, position, stage, due, done_on) values (?, ?, ?, ?, ?)
                        on conflict (measure_id, position) do update
                        set stage = excluded.stage, due = excluded.due, done_on = excluded.done_on
                        """)) {
            int position = 0;
            for (StageView stage : measure.stages()) {
                upsert.setObject(1, measure.id());
                upsert.setInt(2, position++);
                upsert.setString(3, stage.stage().name());
                upsert.setDate(4, stage.due() == null ? null : Date.valueOf(stage.due()));
                upsert.setDate(5, stage.doneOn() == null ? null : Date.valueOf(stage.doneOn()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
