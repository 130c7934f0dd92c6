package org.teishutsu.notify.vault;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where this process gets its keys from: a file of its owner's, or the configuration. */
@Singleton
class KeySource {

    private static final Logger LOG = Logger.getLogger(KeySource.class);

    private final VaultConfig config;

    KeySource(VaultConfig config) {
        this.config = config;
    }

    /** The keys as they are given now. */
    KeyRing read(KeyKind kind) {
        Optional<String> text = text(kind);
        try {
            return KeyRing.parse(kind, text.isPresent() ? text.get() : Files.readString(file(kind)));
        } catch (IOException e) {
            throw new VaultException(
                    "The " + kind.word() + " keys in " + file(kind) + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "). Give the service's user the file with mode 600, or name another one in "
                            + fileProperty(kind) + ".",
                    e);
        } catch (GeneralSecurityException e) {
            // Without its cause, which may quote the text.
            throw new VaultException("There are no " + kind.word() + " keys in " + described(kind)
                    + ": a Tink keyset as JSON is wanted there.");
        }
    }

    /** Makes what is not there, if that is allowed; says where. */
    void makeMissing(KeyKind kind) {
        if (config.makeKeys() && text(kind).isEmpty() && Files.notExists(file(kind))) {
            write(kind, KeyRing.make(kind), false);
            LOG.infof("The %s keys were made: %s. Keep a copy apart from the database's.", kind.word(), file(kind));
        }
    }

    /**
     * Refuses what makes it useless to go on.
     *
     * @param sealed whether the database holds something under such keys
     */
    void requireGiven(KeyKind kind, boolean sealed) {
        if (text(kind).isEmpty() && Files.notExists(file(kind))) {
            throw new VaultException(
                    sealed
                            ? "The " + kind.word() + " keys of this database are not in " + file(kind)
                                    + ". Bring the file back from its copy: without it no personal data can be read,"
                                    + " and new keys do not help."
                            : "There are no " + kind.word() + " keys in " + file(kind)
                                    + ". Make them as docs/personal-data.md says.");
        }
    }

    /** Whether a key can be added here, which a configured text does not allow. */
    boolean canGrow(KeyKind kind) {
        return text(kind).isEmpty() && Files.isWritable(file(kind));
    }

    /** Replaces the file as a whole, so that whoever reads finds the keys of before or those of after. */
    void replace(KeyKind kind, KeyRing keys) {
        write(kind, keys, true);
    }

    /** Puts a key that nothing is left under into a file of its own beside the others: old backups need it still. */
    void retire(KeyKind kind, int id) {
        KeyRing keys = read(kind);
        if (!canGrow(kind) || !keys.ids().contains(id)) {
            return;
        }
        Path file = file(kind).toAbsolutePath();
        Path retired = file.resolveSibling(kind.word() + "-retired-" + Proof.name(id) + ".json");
        writeTo(retired, kind, keys.only(kind, id), true);
        replace(kind, keys.without(kind, id));
        LOG.infof("The %s key %s is no longer needed, but for older backups: %s", kind.word(), Proof.name(id), retired);
    }

    /** In words for people: the file or the property. */
    String described(KeyKind kind) {
        return text(kind).isPresent() ? "the configuration vault." + kind.word() + "-keys" : "the file " + file(kind);
    }

    private Optional<String> text(KeyKind kind) {
        return kind == KeyKind.SEALING ? config.sealingKeys() : config.lookupKeys();
    }

    private Path file(KeyKind kind) {
        return (kind == KeyKind.SEALING ? config.sealingKeyFile() : config.lookupKeyFile())
                .orElseThrow(() -> new VaultException("No " + kind.word() + " keys are given: set " + fileProperty(kind)
                        + " to the file that holds them, or " + textProperty(kind) + " to its text."));
    }

    private static String fileProperty(KeyKind kind) {
        return "vault." + kind.word() + "-key-file (VAULT_" + kind.name() + "_KEY_FILE)";
    }

    private static String textProperty(KeyKind kind) {
        return "vault." + kind.word() + "-keys (VAULT_" + kind.name() + "_KEYS)";
    }

    private void write(KeyKind kind, KeyRing keys, boolean replace) {
        writeTo(file(kind).toAbsolutePath(), kind, keys, replace);
    }

    private static void writeTo(Path file, KeyKind kind, KeyRing keys, boolean replace) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path made = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Files.deleteIfExists(made);
            Files.createFile(made, ownerOnly());
            Files.writeString(made, keys.json() + "\n");
            if (replace) {
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                publish(made, file);
            }
        } catch (IOException e) {
            throw new VaultException("The " + kind.word() + " keys cannot be written to " + file, e);
        }
    }

    /** Of two processes that start together one makes the keys, and the other takes them. */
    private static void publish(Path made, Path file) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException another) {
            LOG.debugf("%s was made by another process", file);
        } finally {
            Files.delete(made);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
