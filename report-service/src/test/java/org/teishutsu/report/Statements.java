package org.teishutsu.report;

import java.util.stream.LongStream;
import org.hibernate.SessionFactory;

/** Counts what a call asks of the database. */
public final class Statements {
    private Statements() {}

    /** The least of several tries: a job that runs meanwhile has statements of its own. */
    public static long of(SessionFactory sessions, Runnable call) {
        return LongStream.generate(() -> {
                    long before = sessions.getStatistics().getPrepareStatementCount();
                    call.run();
                    return sessions.getStatistics().getPrepareStatementCount() - before;
                })
                .limit(3)
                .min()
                .orElseThrow();
    }
}
