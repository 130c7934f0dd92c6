package org.teishutsu.notify.vault;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Seals personal data and opens it again. A cell opens in the column and row it was sealed for and nowhere else. Which
 * of the keys given to this process is in use is said by the database, so that all processes change it at one instant.
 */
@Singleton
public class Vault {

    private final KeySource source;
    private final KeyRegister register;
    private final TransactionSynchronizationRegistry transactions;
    private volatile Keys keys;

    Vault(KeySource source, KeyRegister register, TransactionSynchronizationRegistry transactions) {
        this.source = source;
        this.register = register;
        this.transactions = transactions;
        this.keys = new Keys(Map.of(), Map.of(), 0, 0);
    }

    /** What this process has, and which of it is in use. */
    record Keys(Map<Integer, SealingKey> sealing, Map<Integer, LookupKey> lookup, int sealingId, int lookupId) {}

    /** Before anything that reads or writes personal data. */
    void start(@Observes @Priority(10) StartupEvent event) {
        for (KeyKind kind : KeyKind.values()) {
            boolean sealed = register.active(kind).isPresent();
            if (!sealed) {
                source.makeMissing(kind);
            }
            source.requireGiven(kind, sealed);
            if (!sealed) {
                KeyRing ring = source.read(kind);
                register.enter(new KeyRegister.Entry(
                        kind, ring.primary(), KeyState.ACTIVE, Proof.by(ring, kind, ring.primary())));
            }
        }
        reload();
    }

    /**
     * The keys to write with. They stay in use to the end of the caller's transaction: begin with this, before anything
     * is read that is written again.
     *
     * @throws IllegalStateException outside a transaction
     */
    public Sealing hold() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Personal data is sealed inside the transaction that writes it");
        }
        Sealing sealing = current();
        Keys held = keys;
        while (!register.hold(KeyKind.LOOKUP, held.lookupId()) || !register.hold(KeyKind.SEALING, held.sealingId())) {
            reload();
            held = keys;
            sealing = sealing(held);
        }
        return sealing;
    }

    /** The keys to write with, for a statement that holds them itself by {@code hold_vault_key}. */
    public Sealing current() {
        return sealing(keys);
    }

    /** The keys to write with, when those of {@link #current} turned out not to be in use any more. */
    public Sealing refreshed() {
        reload();
        return current();
    }

    private static Sealing sealing(Keys keys) {
        return new Sealing(known(keys.sealing(), keys.sealingId()), known(keys.lookup(), keys.lookupId()));
    }

    private static <K> K known(Map<Integer, K> keys, int id) {
        K key = keys.get(id);
        if (key == null) {
            throw new VaultException("The key in use, " + Proof.name(id)
                    + ", is not among those given to this process: give it the keys that the other processes have");
        }
        return key;
    }

    /**
     * Opens a cell.
     *
     * @throws VaultException if it was sealed for another place, is damaged, or its key is not here
     */
    public byte[] open(String column, UUID row, byte[] sealed) {
        return open(column, row, 0, sealed);
    }

    /**
     * Opens a cell of a row that an id and a number name.
     *
     * @throws VaultException if it was sealed for another place, is damaged, or its key is not here
     */
    public byte[] open(String column, UUID row, int no, byte[] sealed) {
        int id = SealingKey.idIn(sealed);
        SealingKey key = keys.sealing().get(id);
        if (key == null) {
            reload();
            key = keys.sealing().get(id);
        }
        if (key == null) {
            throw new VaultException("A cell of " + column + " was sealed with key " + Proof.name(id)
                    + ", which this process does not have");
        }
        return key.open(column, row, no, sealed);
    }

    /**
     * What to look for in a column of hashes: the hash under the key in use first, then those under the others of a
     * rotation.
     */
    public <T> List<T> lookups(Function<LookupKey, T> hash) {
        Keys all = keys;
        List<T> hashes = new ArrayList<>();
        hashes.add(hash.apply(known(all.lookup(), all.lookupId())));
        all.lookup().forEach((id, key) -> {
            if (id != all.lookupId()) {
                hashes.add(hash.apply(key));
            }
        });
        return hashes;
    }

    /** What to look for in a column of hashes, the hash under the key in use first. */
    public List<byte[]> keys(String column, String text) {
        return lookups(key -> key.of(column, text));
    }

    /** Whether the keys have been read: what runs by the clock may come first. */
    boolean started() {
        return !keys.sealing().isEmpty();
    }

    Keys all() {
        return keys;
    }

    /** Reads what is given and what is in use, and refuses keys that are not those of this database. */
    final synchronized void reload() {
        KeyRing sealing = source.read(KeyKind.SEALING);
        KeyRing lookup = source.read(KeyKind.LOOKUP);
        List<KeyRegister.Entry> entries = register.entries();
        Proof.check(entries, KeyKind.SEALING, sealing, source.described(KeyKind.SEALING));
        Proof.check(entries, KeyKind.LOOKUP, lookup, source.described(KeyKind.LOOKUP));
        keys = new Keys(
                sealing.sealing(),
                lookup.lookup(),
                register.active(KeyKind.SEALING).orElseThrow(),
                register.active(KeyKind.LOOKUP).orElseThrow());
    }
}
