package org.teishutsu.notify.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/**
 * Replaces the keys while the service works. How far it is stands in the database alone, so any process goes on with it,
 * also after a crash; one at a time.
 */
@Singleton
class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);

    private static final int ROTATES = 0;
    private static final int BEGINS = 1;
    private static final String ALONE = "select pg_try_advisory_xact_lock(20170730, ?)";
    private static final String NOBODY_WRITES = "select pg_try_advisory_xact_lock(20170728, ?)";
    private static final int LONGEST_SECONDS = 12 * 3600;
    private static final int PASSES = 5;

    private final Vault vault;
    private final KeySource source;
    private final KeyRegister register;
    private final KeyHolders holders;
    private final Resealing resealing;
    private final Rehashing rehashing;
    private final DataSource dataSource;

    Rotation(
            Vault vault,
            KeySource source,
            KeyRegister register,
            KeyHolders holders,
            Resealing resealing,
            Rehashing rehashing,
            DataSource dataSource) {
        this.vault = vault;
        this.source = source;
        this.register = register;
        this.holders = holders;
        this.resealing = resealing;
        this.rehashing = rehashing;
        this.dataSource = dataSource;
    }

    /**
     * Begins with a new key of each kind; one that is under way goes on.
     *
     * @throws ProblemException NOT_READY if a key would have to be added to a configuration that the service cannot change
     */
    void begin() {
        boolean begun = QuarkusTransaction.requiringNew().call(() -> {
            if (!locked(ALONE, BEGINS)) {
                return false;
            }
            List<KeyRegister.Entry> entries = register.entries();
            for (KeyKind kind : KeyKind.values()) {
                if (underWay(entries, kind).isEmpty()) {
                    begin(kind, entries);
                }
            }
            return true;
        });
        if (begun) {
            vault.reload();
            sign();
        }
    }

    private void begin(KeyKind kind, List<KeyRegister.Entry> entries) {
        KeyRing keys = source.read(kind);
        Optional<Integer> fresh = unused(kind, keys, entries);
        if (fresh.isEmpty()) {
            if (!source.canGrow(kind)) {
                throw new ProblemException(
                        ProblemType.NOT_READY,
                        "Add a key to the " + kind.word() + " keys of every process first: the service cannot change"
                                + " what it is configured with");
            }
            keys = keys.grown(kind);
            source.replace(kind, keys);
            fresh = unused(kind, keys, entries);
        }
        int id = fresh.orElseThrow();
        register.enter(new KeyRegister.Entry(kind, id, KeyState.COMING, Proof.by(keys, kind, id)));
        LOG.infof("A rotation of the %s keys begins: the new one is %s", kind.word(), Proof.name(id));
    }

    private static Optional<Integer> unused(KeyKind kind, KeyRing keys, List<KeyRegister.Entry> entries) {
        return keys.ids().stream()
                .filter(id -> entries.stream().noneMatch(entry -> entry.kind() == kind && entry.id() == id))
                .findFirst();
    }

    /** Learns of new keys, says which this process has, and goes on with a rotation nobody else is at. */
    @Scheduled(every = "${vault.watch:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        if (!vault.started()) {
            return;
        }
        vault.reload();
        sign();
        if (underWay(register.entries())) {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                if (locked(ALONE, ROTATES)) {
                    goOn();
                }
            });
        }
    }

    void end(@Observes ShutdownEvent event) {
        holders.leave();
    }

    /** Each step is a transaction of its own; the caller's only keeps others from the same work. */
    private void goOn() {
        if (!rotateSealing() || !rotateLookup()) {
            return;
        }
        rehashing.forget();
        for (KeyRegister.Entry entry : inOwnTransaction()) {
            if (entry.state() == KeyState.GONE) {
                source.retire(entry.kind(), entry.id());
            }
        }
        vault.reload();
        LOG.info("The rotation of the keys is through");
    }

    private boolean rotateSealing() {
        Optional<KeyRegister.Entry> coming = in(KeyKind.SEALING, KeyState.COMING);
        if (coming.isPresent()) {
            if (holders.lacking(KeyKind.SEALING, coming.get().id()) > 0) {
                return false;
            }
            int old = in(KeyKind.SEALING, KeyState.ACTIVE).orElseThrow().id();
            QuarkusTransaction.requiringNew().run(() -> {
                register.move(KeyKind.SEALING, old, KeyState.ACTIVE, KeyState.LEAVING);
                register.move(KeyKind.SEALING, coming.get().id(), KeyState.COMING, KeyState.ACTIVE);
            });
            vault.reload();
        }
        Optional<KeyRegister.Entry> leaving = in(KeyKind.SEALING, KeyState.LEAVING);
        return leaving.isEmpty() || empty(leaving.get().id());
    }

    /** Whoever writes under the old key still has taken hold of it before; nobody takes hold of it any more. */
    private boolean empty(int old) {
        if (!QuarkusTransaction.requiringNew().call(() -> locked(NOBODY_WRITES, old))) {
            return false;
        }
        int active = in(KeyKind.SEALING, KeyState.ACTIVE).orElseThrow().id();
        for (int pass = 0; pass < PASSES; pass++) {
            resealing.pass(active);
            if (QuarkusTransaction.requiringNew().call(() -> resealing.left(active)) == 0) {
                QuarkusTransaction.requiringNew()
                        .run(() -> register.move(KeyKind.SEALING, old, KeyState.LEAVING, KeyState.GONE));
                return true;
            }
        }
        return false;
    }

    private boolean rotateLookup() {
        Optional<KeyRegister.Entry> coming = in(KeyKind.LOOKUP, KeyState.COMING);
        if (coming.isEmpty()) {
            return true;
        }
        if (holders.lacking(KeyKind.LOOKUP, coming.get().id()) > 0) {
            return false;
        }
        rehashing.fill(coming.get().id());
        int old = in(KeyKind.LOOKUP, KeyState.ACTIVE).orElseThrow().id();
        boolean done = rehashing.putInPlace(old, coming.get().id());
        vault.reload();
        return done;
    }

    private void sign() {
        Vault.Keys keys = vault.all();
        holders.sign(keys.sealing().keySet(), keys.lookup().keySet());
    }

    private Optional<KeyRegister.Entry> in(KeyKind kind, KeyState state) {
        return inOwnTransaction().stream()
                .filter(entry -> entry.kind() == kind && entry.state() == state)
                .findFirst();
    }

    private List<KeyRegister.Entry> inOwnTransaction() {
        return QuarkusTransaction.requiringNew().call(register::entries);
    }

    static boolean underWay(List<KeyRegister.Entry> entries) {
        return entries.stream()
                .anyMatch(entry -> entry.state() == KeyState.COMING || entry.state() == KeyState.LEAVING);
    }

    private static Optional<KeyRegister.Entry> underWay(List<KeyRegister.Entry> entries, KeyKind kind) {
        return entries.stream()
                .filter(entry ->
                        entry.kind() == kind && (entry.state() == KeyState.COMING || entry.state() == KeyState.LEAVING))
                .findFirst();
    }

    private boolean locked(String lock, int key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setInt(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
