package org.teishutsu.notify.exposure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * For statements over everybody in the ledger: to the end of the transaction they are joined by hash. After a large
 * import the statistics lag behind, and a nested loop over a hundred thousand recipients never ends where a hash join
 * takes half a second.
 */
@Singleton
public class HashJoins {

    private static final String FOR_THIS_TRANSACTION = """
            select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true),
                set_config('jit', 'off', true)
            """;

    private final DataSource dataSource;

    HashJoins(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Joins the caller's transaction. */
    public void ahead() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FOR_THIS_TRANSACTION);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
