package org.teishutsu.notify.posting;

import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the files of letters, readable by this service's user alone. A file is there as a whole or not at all.
 */
@Singleton
class LetterFolder {
    private static final Pattern OURS =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?:pdf|csv)(?:\\.part)?");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    LetterFolder(LetterConfig config) {
        folder = config.folder();
    }

    /** What a file is filled with. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The kinds of files that belong to a batch. */
    enum Kind {
        PDF,
        CSV;

        String name(UUID batch) {
            return batch + (this == PDF ? ".pdf" : ".csv");
        }
    }

    void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    POSIX
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                            }
                            : new FileAttribute<?>[0]);
        }
    }

    /**
     * Writes a file as a whole: under another name until its last byte is on the disk.
     *
     * @return its SHA-256
     * @throws IOException if it could not be written; nothing of it is left then
     */
    String write(UUID batch, Kind kind, Content content) throws IOException {
        create();
        Path part = folder.resolve(kind.name(batch) + ".part");
        try {
            String hash = fill(part, content);
            Files.move(part, folder.resolve(kind.name(batch)), StandardCopyOption.ATOMIC_MOVE);
            return hash;
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
    }

    private static String fill(Path part, Content content) throws IOException {
        Files.deleteIfExists(part);
        FileAttribute<?>[] mode = POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        MessageDigest digest = sha256();
        try (FileChannel channel =
                        FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
                OutputStream out = new DigestOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Path> find(UUID batch, Kind kind) {
        return Optional.of(folder.resolve(kind.name(batch))).filter(Files::isRegularFile);
    }

    void delete(UUID batch) throws IOException {
        for (Kind kind : Kind.values()) {
            Files.deleteIfExists(folder.resolve(kind.name(batch)));
        }
    }

    /** Every batch of which there is a file, or a part of one. */
    Set<UUID> batches() throws IOException {
        Set<UUID> found = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> OURS.matcher(file.getFileName().toString()))
                        .filter(Matcher::matches)
                        .forEach(name -> found.add(UUID.fromString(name.group(1))));
            }
        }
        return found;
    }

    /** Removes every file, or part of one, of a batch that never came to be. */
    void deleteAll(UUID batch) throws IOException {
        for (Kind kind : Kind.values()) {
            Files.deleteIfExists(folder.resolve(kind.name(batch)));
            Files.deleteIfExists(folder.resolve(kind.name(batch) + ".part"));
        }
    }
}
