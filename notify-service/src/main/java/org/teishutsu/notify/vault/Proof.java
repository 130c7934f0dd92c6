package org.teishutsu.notify.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** By what a database and the keys given to a process are seen to belong together. */
final class Proof {

    private static final String COLUMN = "proof";
    private static final UUID ROW = new UUID(0, 0);
    private static final String TEXT = "teishutsu";

    private Proof() {}

    /** What only this key can have made. */
    static byte[] by(KeyRing ring, KeyKind kind, int id) {
        return kind == KeyKind.SEALING
                ? Objects.requireNonNull(ring.sealing().get(id))
                        .seal(COLUMN, ROW, 0, TEXT.getBytes(StandardCharsets.UTF_8))
                : Objects.requireNonNull(ring.lookup().get(id)).of(COLUMN, TEXT);
    }

    /** @throws VaultException unless every key that the database needs is among these */
    static void check(List<KeyRegister.Entry> entries, KeyKind kind, KeyRing ring, String where) {
        for (KeyRegister.Entry entry : entries) {
            if (entry.kind() == kind && entry.state() != KeyState.GONE && !holds(ring, entry)) {
                throw new VaultException("The personal data of this database is under the " + kind.word() + " key "
                        + name(entry.id()) + ", and " + where + " does not hold it (it holds "
                        + ring.ids().stream().map(Proof::name).collect(Collectors.joining(", "))
                        + "). Give this service the keys that belong to this database, or the database that belongs to"
                        + " these keys; docs/personal-data.md says more. Nothing has been changed.");
            }
        }
    }

    private static boolean holds(KeyRing ring, KeyRegister.Entry entry) {
        if (!ring.ids().contains(entry.id())) {
            return false;
        }
        if (entry.kind() == KeyKind.LOOKUP) {
            return Arrays.equals(by(ring, entry.kind(), entry.id()), entry.proof());
        }
        try {
            Objects.requireNonNull(ring.sealing().get(entry.id())).open(COLUMN, ROW, 0, entry.proof());
            return true;
        } catch (VaultException anotherKey) {
            return false;
        }
    }

    /** A key by its number, as people see it. */
    static String name(int id) {
        return String.format(Locale.ROOT, "%08x", id);
    }
}
