package org.teishutsu.notify.exposure;

import jakarta.inject.Singleton;
import org.hibernate.Session;

/**
 * The ledger as a whole: who may change it, and whether it has changed since somebody looked. Joins the caller's
 * transaction.
 */
@Singleton
public class Ledger {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(20160731)";

    private static final String VERSION = "select coalesce(max(version), 0) from ledger_version";

    private static final String CHANGED = """
            insert into ledger_version (version) values (1)
            on conflict (id) do update set version = ledger_version.version + 1
            """;

    private final Session database;

    Ledger(Session database) {
        this.database = database;
    }

    /**
     * Waits until nobody else changes the ledger, and keeps everybody else waiting to the end of the transaction;
     * questions and mailings go on meanwhile.
     */
    public void lock() {
        database.createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    /** Grows with every change. Whoever asks before he looks never takes an old picture for a new one. */
    public long version() {
        return database.createNativeQuery(VERSION, Long.class).getSingleResult();
    }

    /** To be said by whoever changes the ledger, in the transaction that does, under the lock. */
    public void changed() {
        database.createNativeMutationQuery(CHANGED).executeUpdate();
    }
}
