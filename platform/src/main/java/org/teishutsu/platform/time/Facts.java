package org.teishutsu.platform.time;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * Stamps facts and answers questions as of an instant, so that no fact can slip in behind an answer already given.
 *
 * <p>A writer holds the fact lock shared from its stamp to its commit. A question takes the lock alone for a moment: by
 * then every transaction with an earlier stamp has ended, and every later one gets a later stamp.
 */
@ApplicationScoped
public class Facts {

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    Facts(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /**
     * The instant at which the facts of the current transaction are recorded, to the microsecond. Call it after waiting
     * for whatever the transaction may wait for, since questions wait for this transaction from here on.
     *
     * @throws IllegalStateException outside a transaction
     */
    public Instant stamp() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A fact is stamped inside the transaction that writes it");
        }
        return queryInstant("select domain_now()");
    }

    /**
     * Answers a question in one snapshot that holds every fact recorded up to an instant.
     *
     * @throws ProblemException AS_OF_IN_FUTURE unless the instant has passed
     */
    public <T> T asOf(Instant asOf, Supplier<T> question) {
        Instant now = QuarkusTransaction.requiringNew().call(this::waitForOpenFacts);
        if (!asOf.isBefore(now)) {
            throw new ProblemException(
                    ProblemType.AS_OF_IN_FUTURE, "asOf " + asOf + " must lie before the suite's clock, " + now);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            execute("set transaction isolation level repeatable read, read only");
            return question.get();
        });
    }

    /** The suite's time once everything stamped before it is committed; what a question as of now may name. */
    public Instant settledNow() {
        return QuarkusTransaction.requiringNew().call(this::waitForOpenFacts);
    }

    private Instant waitForOpenFacts() {
        execute("select pg_advisory_xact_lock(20170728)");
        return queryInstant("select domain_now()");
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant queryInstant(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
